package im.myna.form;

import im.myna.jid.Jid;
import java.util.List;
import java.util.Map;

/** What somebody filled in; bounded by the size of a stanza. */
public record Answers(Map<String, List<String>> values) {
    /** What was said, its lines joined; empty for nothing. */
    public String text(String var) {
        return String.join("\n", values.getOrDefault(var, List.of()));
    }

    /** The address that a mandatory field of that type holds. */
    public Jid jid(String var) {
        return Jid.of(text(var));
    }

    /** Each once, in order. */
    public List<Jid> jids(String var) {
        return values.getOrDefault(var, List.of()).stream()
                .map(Jid::of)
                .distinct()
                .toList();
    }

    /** Whether that was ticked. */
    public boolean ticked(String var) {
        var said = text(var);
        return said.equals("1") || said.equals("true");
    }

    /** Without the values: some are secret. */
    @Override
    public String toString() {
        return "Answers" + values.keySet();
    }
}
