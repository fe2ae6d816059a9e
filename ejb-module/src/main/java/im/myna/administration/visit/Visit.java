package im.myna.administration.visit;

import im.myna.jid.Jid;
import im.myna.link.Door;
import im.myna.link.Security;
import im.myna.link.Traffic;
import im.myna.session.Session;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import im.myna.xml.Element;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A session, as it is told to those who govern: at the moment of each question. */
public final class Visit {
    private static final String CAPS = "http://jabber.org/protocol/caps";

    private final Session session;

    Visit(Session session) {
        this.session = session;
    }

    public Jid jid() {
        return session.jid();
    }

    /** The IP address that it comes from. */
    public String address() {
        return ip(session);
    }

    /** The IP address that a session comes from. */
    public static String ip(Session session) {
        var address = session.link().address();
        return address.isUnresolved()
                ? address.getHostString()
                : address.getAddress().getHostAddress();
    }

    public int port() {
        return session.link().address().getPort();
    }

    public Door door() {
        return session.link().door();
    }

    public Security security() {
        return session.link().security();
    }

    /** Of SASL, by which it logged in. */
    public String mechanism() {
        return session.mechanism();
    }

    /** What the client calls itself in its presence (XEP-0115, 4); empty when it does not. */
    public String client() {
        return session.presence()
                .flatMap(presence -> presence.payload().first(CAPS, "c"))
                .flatMap(caps -> caps.attribute("node"))
                .orElse("");
    }

    /** RFC 6121, 4.7.2.1: without a show it is available. */
    public String presence() {
        return session.presence().map(Visit::show).orElse("unavailable");
    }

    private static String show(Presence presence) {
        return presence.payload().first(Stanza.NS, "show").map(Element::text).orElse("available");
    }

    /** Empty for who is not available. */
    public Optional<Byte> priority() {
        return session.isAvailable() ? Optional.of(session.priority()) : Optional.empty();
    }

    public Instant since() {
        return session.since();
    }

    /** Since its last sign of life. */
    public Duration idle() {
        return Duration.ofNanos(Math.max(0, System.nanoTime() - session.link().lastHeard()));
    }

    public Traffic traffic() {
        return session.link().traffic();
    }

    Session session() {
        return session;
    }
}
