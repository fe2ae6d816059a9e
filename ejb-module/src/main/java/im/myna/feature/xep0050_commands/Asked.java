package im.myna.feature.xep0050_commands;

import im.myna.form.Form;
import im.myna.stanza.Condition;
import im.myna.stanza.Iq;
import im.myna.xml.Element;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a client says with a command (XEP-0050, 4.1).
 *
 * @param id of the execution, empty to begin one
 * @param form as it was filled in; empty when there is none
 */
record Asked(String node, String id, Action action, Element form) {
    enum Action {
        CANCEL,
        COMPLETE,
        EXECUTE,
        NEXT,
        PREV;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Action of(String word) {
            return Arrays.stream(values())
                    .filter(action -> action.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> Faults.of(Condition.BAD_REQUEST, "malformed-action"));
        }
    }

    /** @throws im.myna.stanza.StanzaException when that cannot be meant */
    static Asked of(Iq request) {
        var command = request.payload().first(AdHoc.NS, "command").orElseThrow();
        return new Asked(
                command.attribute("node").orElse(""),
                command.attribute("sessionid").orElse(""),
                // 4.1: without an action, it is "execute".
                Action.of(command.attribute("action").orElse(Action.EXECUTE.word())),
                command.child(Form.NS, "x").orElse(Element.of(Form.NS, "x")));
    }
}
