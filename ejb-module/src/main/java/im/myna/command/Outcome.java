package im.myna.command;

import im.myna.xml.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * It is done.
 *
 * @param notes for people
 * @param payload what was found out, such as a form of type "result"
 */
public record Outcome(List<Note> notes, List<Element> payload) implements Step {
    /** Nothing to be said. */
    public static final Outcome DONE = new Outcome(List.of(), List.of());

    /** How serious a note is (XEP-0050, 4.3). */
    public enum Severity {
        INFO,
        WARN,
        ERROR
    }

    /** A line for people. */
    public record Note(Severity severity, String text) {}

    public Outcome {
        notes = List.copyOf(notes);
        payload = List.copyOf(payload);
    }

    public static Outcome said(String text) {
        return DONE.note(Severity.INFO, text);
    }

    public static Outcome told(Element... payload) {
        return new Outcome(List.of(), List.of(payload));
    }

    public Outcome note(Severity severity, String text) {
        var more = new ArrayList<>(notes);
        more.add(new Note(severity, text));
        return new Outcome(more, payload);
    }
}
