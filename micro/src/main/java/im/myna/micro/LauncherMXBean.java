package im.myna.micro;

/** This process, as {@code im.myna:type=Launcher}: the application shares no class with it. */
public interface LauncherMXBean {
    /** Ends it, as a signal would. Returns before it is done. */
    void stop();
}
