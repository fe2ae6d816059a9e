package im.myna.roster;

import im.myna.jid.Jid;
import im.myna.stanza.Head;
import im.myna.stanza.Iq;
import im.myna.stanza.Payload;
import im.myna.store.roster.RosterChange;
import im.myna.store.roster.RosterItem;
import im.myna.xml.Element;

/** A roster as it travels (RFC 6121, 2.1). */
public final class RosterXml {
    public static final String NS = "jabber:iq:roster";

    private RosterXml() {}

    /** The whole of it. */
    public static Element query(Contacts contacts) {
        return query(contacts.version())
                .with(contacts.items().values().stream().map(RosterXml::item).toList());
    }

    /** RFC 6121, 2.1.6: a push. */
    public static Iq push(Jid receiver, RosterChange change, String version) {
        var item = change instanceof RosterChange.Put put
                ? item(put.item())
                : element(change.contact()).with("subscription", "remove");
        var head = Head.NONE.to(receiver).type("set").id("push-" + version);
        return new Iq(head, Payload.of(query(version).with(item)));
    }

    private static Element query(String version) {
        return Element.of(NS, "query").with("ver", version);
    }

    private static Element item(RosterItem item) {
        var element =
                element(item.contact()).with("subscription", item.subscription().word());
        if (!item.name().isEmpty()) {
            element = element.with("name", item.name());
        }
        if (item.ask()) {
            element = element.with("ask", "subscribe");
        }
        if (item.approved()) {
            element = element.with("approved", "true");
        }
        for (var group : item.groups()) {
            element = element.with(Element.of(NS, "group").text(group));
        }
        return element;
    }

    private static Element element(Jid contact) {
        return Element.of(NS, "item").with("jid", contact.toString());
    }
}
