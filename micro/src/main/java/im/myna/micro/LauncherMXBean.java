package im.myna.micro;

/** This process, as {@code im.myna:type=Launcher}: the application shares no class with it. */
public interface LauncherMXBean {
    /** Ends it, as a signal would. Returns before it is done. */
    void stop();

    /** Whether {@link #restart} can be done here. */
    // Named as JMX wants it.
    boolean isRestartable();

    /** Ends what runs, and begins anew in the same process, with what is told then. Returns before it is done. */
    void restart();
}
