package im.myna.administration.server;

import java.util.Arrays;
import java.util.logging.Level;

/** How much is said, the least first. */
public enum LogLevel {
    OFF(Level.OFF),
    ERROR(Level.SEVERE),
    WARNING(Level.WARNING),
    INFO(Level.INFO),
    DEBUG(Level.FINE),
    TRACE(Level.FINER),
    ALL(Level.ALL);

    private final Level level;

    LogLevel(Level level) {
        this.level = level;
    }

    Level level() {
        return level;
    }

    /** The one that a line of that level is shown at. */
    static LogLevel of(Level level) {
        return Arrays.stream(values())
                .filter(each -> level.intValue() >= each.level.intValue())
                .findFirst()
                .orElse(ALL);
    }
}
