package im.myna.feature.rfc6121_roster;

import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.roster.ContactEdits.Wish;
import im.myna.stanza.Condition;
import im.myna.stanza.Iq;
import im.myna.stanza.StanzaException;
import im.myna.xml.Element;

/** What a client wants with one contact of its roster (RFC 6121, 2.1.2). */
record RosterQuery(boolean removes, Wish wish) {
    /** @throws StanzaException for what 2.3.3 refuses */
    static RosterQuery of(Iq request) {
        var items = query(request).children("item");
        // RFC 6121, 2.3.3: more than one item.
        if (items.size() != 1) {
            throw new StanzaException(Condition.BAD_REQUEST, "one item at a time");
        }
        var item = items.get(0);
        var removes = item.attribute("subscription").orElse("").equals("remove");
        var groups = item.children("group").stream().map(Element::text).toList();
        return new RosterQuery(
                removes, new Wish(contact(item), item.attribute("name").orElse(""), groups));
    }

    /** The version that the client has; empty when it has none or does not say. */
    static String version(Iq request) {
        return query(request).attribute("ver").orElse("");
    }

    private static Element query(Iq request) {
        return request.payload().first().orElseThrow(() -> new StanzaException(Condition.BAD_REQUEST));
    }

    private static Jid contact(Element item) {
        var text = item.attribute("jid")
                .orElseThrow(() -> new StanzaException(Condition.BAD_REQUEST, "an item has a jid"));
        try {
            return Jid.of(text).bare();
        } catch (MalformedJidException e) {
            throw new StanzaException(Condition.JID_MALFORMED, e.getMessage());
        }
    }
}
