package im.myna.micro;

import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Lets into the log what we say, and of what the server says its warnings, but for those that each start repeats. */
public final class Noise implements Filter {
    private static final Set<String> REPEATED = Set.of(
            // Authorities in Payara's own trust store that have expired.
            "javax.enterprise.system.security.ssl",
            // A driver that Payara itself loads and forgets while it deploys.
            "jakarta.enterprise.web.util",
            // Requests that end on another thread than they began on, as all do that are put aside.
            "org.jboss.weld.Servlet",
            // Settings without which Payara cannot load Hibernate's classes.
            "org.hibernate.orm.deprecation");

    @Override
    public boolean isLoggable(LogRecord line) {
        var logger = String.valueOf(line.getLoggerName());
        int level = line.getLevel().intValue();
        return logger.startsWith("im.myna")
                || (level >= Level.WARNING.intValue()
                        && (level > Level.WARNING.intValue() || !REPEATED.contains(logger)));
    }
}
