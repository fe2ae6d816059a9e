package im.myna.routing;

import im.myna.jid.Jid;
import im.myna.session.Session;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import im.myna.xml.Name;
import java.util.Set;

/** What a client may not say of itself: who it is, and what only servers add. */
final class Stamp {
    // XEP-0280, 11: a carbon that another than the own server made must be ignored; here it does not even get in.
    private static final Set<Name> OURS =
            Set.of(new Name("urn:xmpp:carbons:2", "received"), new Name("urn:xmpp:carbons:2", "sent"));
    private static final Name DELAY = new Name("urn:xmpp:delay", "delay");
    private static final Name STANZA_ID = new Name("urn:xmpp:sid:0", "stanza-id");

    private Stamp() {}

    /** @throws StreamException invalid-from when it speaks for somebody else (RFC 6120, 8.1.2.1) */
    static Stanza from(Stanza stanza, Session sender) {
        var claimed = stanza.head().from();
        if (!claimed.isNone()
                && !claimed.equals(sender.jid())
                && !claimed.equals(sender.jid().bare())) {
            throw new StreamException(StreamCondition.INVALID_FROM);
        }
        var clean = clean(stanza, sender.jid());
        return clean.with(clean.head().from(rightful(stanza, sender.jid())));
    }

    private static Jid rightful(Stanza stanza, Jid full) {
        // RFC 6121, 3.1.2: the server stamps requests about subscriptions with the bare address.
        return stanza instanceof Presence presence && isSubscription(presence.type()) ? full.bare() : full;
    }

    private static boolean isSubscription(Presence.Type type) {
        return switch (type) {
            case SUBSCRIBE, SUBSCRIBED, UNSUBSCRIBE, UNSUBSCRIBED -> true;
            default -> false;
        };
    }

    private static Stanza clean(Stanza stanza, Jid sender) {
        var clean = stanza;
        for (var name : stanza.payload().names()) {
            if (OURS.contains(name)) {
                clean = clean.with(clean.payload().without(name::equals));
            } else if (name.equals(DELAY) || name.equals(STANZA_ID)) {
                clean = withoutClaims(clean, name, sender);
            }
        }
        return clean;
    }

    /** XEP-0203 and XEP-0359: without a delay or an identity that claims to be the work of the sender's server or account. */
    private static Stanza withoutClaims(Stanza stanza, Name name, Jid sender) {
        var attribute = name.equals(DELAY) ? "from" : "by";
        var all = stanza.payload().all(name.namespace(), name.local());
        var honest = all.stream()
                .filter(element -> !isOurs(element.attribute(attribute).orElse(""), sender))
                .toList();
        if (honest.size() == all.size()) {
            return stanza;
        }
        var payload = stanza.payload().without(name::equals);
        for (var element : honest) {
            payload = payload.with(element);
        }
        return stanza.with(payload);
    }

    private static boolean isOurs(String by, Jid sender) {
        return by.equals(sender.domain()) || by.equals(sender.bare().toString());
    }
}
