package im.myna.settings;

/** The settings as they are at the moment. Whoever looks at what can change asks each time, and keeps nothing. */
public final class LiveSettings {
    private volatile Settings now;

    /** @param begun what was told at the start */
    public LiveSettings(Settings begun) {
        now = begun;
    }

    public Settings now() {
        return now;
    }

    /** From now on these. What is not {@link Setting#live} should be as it was: nobody looks again. */
    public void become(Settings settings) {
        now = settings;
    }
}
