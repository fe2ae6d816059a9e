package im.myna.web.admin.server;

import im.myna.administration.server.Journal;
import im.myna.administration.server.Journal.Line;
import im.myna.administration.server.LogLevel;
import im.myna.administration.server.LogLevels;
import im.myna.web.admin.frame.Deeds;
import im.myna.web.admin.frame.Phrases;
import im.myna.web.admin.frame.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Shows the end of the log, and how much each package says. */
@Named
@RequestScoped
public class LogsPage {
    private static final int MOST = 200;

    @Inject
    private Journal journal;

    @Inject
    private LogLevels levels;

    @Inject
    private Viewer viewer;

    @Inject
    private Deeds deeds;

    @Inject
    private Phrases phrases;

    private LogLevel least = LogLevel.ALL;
    private String text = "";
    private String name = LogLevels.ROOT;
    private LogLevel level = LogLevel.INFO;

    /** How much one package says. */
    public record Loudness(String name, LogLevel level, boolean own) {}

    /** The newest first. */
    public List<Line> lines() {
        return journal.tail(viewer.actor(), least, text, MOST);
    }

    public List<Loudness> packages() {
        return levels.list(viewer.actor()).entrySet().stream()
                .map(each -> new Loudness(
                        each.getKey(), each.getValue().level(), each.getValue().own()))
                .toList();
    }

    public List<LogLevel> levels() {
        return List.of(LogLevel.values());
    }

    /** "bad", "warn", or empty. */
    public String state(Line line) {
        return switch (line.level()) {
            case ERROR -> "bad";
            case WARNING -> "warn";
            default -> "";
        };
    }

    public void change() {
        deeds.does(
                () -> levels.change(viewer.actor(), name, level),
                () -> phrases.of("logs.changed", name, phrases.name("level", level)));
    }

    public void reset() {
        deeds.does(() -> levels.reset(viewer.actor(), name), () -> phrases.of("logs.was_reset", name));
    }

    // Faces asks for properties by these names.

    public LogLevel getLeast() {
        return least;
    }

    public void setLeast(LogLevel least) {
        this.least = least == null ? LogLevel.ALL : least;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public LogLevel getLevel() {
        return level;
    }

    public void setLevel(LogLevel level) {
        this.level = level;
    }
}
