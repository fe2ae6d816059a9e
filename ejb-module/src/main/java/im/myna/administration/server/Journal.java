package im.myna.administration.server;

import im.myna.administration.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The last lines of the log: what the server says, and the warnings of the container. */
@ApplicationScoped
public class Journal {
    /** So many lines are remembered, and so much of each. */
    static final int LINES = 2000;

    static final int LONGEST = 2000;

    // Written by every thread that logs; the oldest is dropped when it is full.
    private final Deque<Line> lines = new ArrayDeque<>();
    private final Handler handler = new Ear();

    /**
     * A line.
     *
     * @param level as {@link LogLevel} names it
     * @param text cut when it is very long
     */
    public record Line(Instant at, LogLevel level, String logger, String text) {}

    void open() {
        Logger.getLogger("").addHandler(handler);
    }

    void close() {
        Logger.getLogger("").removeHandler(handler);
    }

    /**
     * The newest first.
     *
     * @param least what is less grave is left out
     * @param text a part of the logger's name or of what it said; empty for any
     */
    public List<Line> tail(Actor actor, LogLevel least, String text, int max) {
        actor.mustSeeAll();
        var wanted = text.toLowerCase(Locale.ROOT);
        synchronized (lines) {
            var found = new ArrayList<Line>();
            for (var each = lines.descendingIterator(); each.hasNext() && found.size() < max; ) {
                var line = each.next();
                if (line.level().compareTo(least) <= 0 && has(line, wanted)) {
                    found.add(line);
                }
            }
            return found;
        }
    }

    private static boolean has(Line line, String wanted) {
        return wanted.isEmpty()
                || line.text().toLowerCase(Locale.ROOT).contains(wanted)
                || line.logger().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private void add(Line line) {
        synchronized (lines) {
            if (lines.size() == LINES) {
                lines.removeFirst();
            }
            lines.addLast(line);
        }
    }

    private final class Ear extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            var logger = String.valueOf(line.getLoggerName());
            if (logger.startsWith(LogLevels.ROOT) || line.getLevel().intValue() >= Level.WARNING.intValue()) {
                add(new Line(line.getInstant(), LogLevel.of(line.getLevel()), logger, text(line)));
            }
        }

        private String text(LogRecord line) {
            var text = new StringBuilder(String.valueOf(formatter.formatMessage(line)));
            if (line.getThrown() != null) {
                var stack = new StringWriter();
                line.getThrown().printStackTrace(new PrintWriter(stack));
                text.append('\n').append(stack);
            }
            return text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString();
        }

        /** Nothing waits here. */
        @Override
        public void flush() {}

        @Override
        public void close() {
            synchronized (lines) {
                lines.clear();
            }
        }
    }
}
