package im.myna.feature.xep0050_commands;

import im.myna.administration.RefusedException;
import im.myna.stanza.Condition;
import im.myna.stanza.StanzaException;
import im.myna.xml.Element;
import java.util.List;

/** What goes wrong while commands are carried out (XEP-0050, 4.4; XEP-0133, 5). */
final class Faults {
    private static final String BAD_PAYLOAD = "bad-payload";

    private Faults() {}

    static StanzaException of(Condition condition, String detail) {
        return of(condition, detail, "");
    }

    private static StanzaException of(Condition condition, String detail, String text) {
        return new StanzaException(condition, text, List.of(Element.of(AdHoc.NS, detail)));
    }

    /** The form was not filled in as it must be. */
    static StanzaException payload(String text) {
        return of(Condition.BAD_REQUEST, BAD_PAYLOAD, text);
    }

    static StanzaException refused(RefusedException refusal) {
        var text = refusal.getMessage();
        return switch (refusal.reason()) {
            case INVALID -> payload(text);
            case FORBIDDEN -> new StanzaException(Condition.FORBIDDEN, text);
            case NOT_FOUND -> new StanzaException(Condition.ITEM_NOT_FOUND, text);
            case CONFLICT -> new StanzaException(Condition.CONFLICT, text);
        };
    }
}
