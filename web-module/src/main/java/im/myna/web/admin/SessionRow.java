package im.myna.web.admin;

import im.myna.administration.Visits;
import im.myna.jid.Jid;
import im.myna.link.Door;
import im.myna.session.Session;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import im.myna.xml.Element;
import java.time.Duration;
import java.time.Instant;

/** A session, as it is shown. */
public final class SessionRow {
    private final Session session;

    SessionRow(Session session) {
        this.session = session;
    }

    public Jid jid() {
        return session.jid();
    }

    public String address() {
        return Visits.ip(session);
    }

    public int port() {
        return session.link().address().getPort();
    }

    public Door door() {
        return session.link().door();
    }

    /** Version and cipher; empty when nothing is encrypted. */
    public String tls() {
        var security = session.link().security();
        return security.encrypted() ? (security.protocol() + " " + security.cipher()).strip() : "";
    }

    public String protocol() {
        return session.link().security().protocol();
    }

    /** RFC 6121, 4.7.2.1: without a show it is available. */
    public String presence() {
        return session.presence().map(SessionRow::show).orElse("unavailable");
    }

    /** Empty for who is not available. */
    public String priority() {
        return session.isAvailable() ? String.valueOf(session.priority()) : "";
    }

    public Instant since() {
        return session.since();
    }

    public Duration idle() {
        return Duration.ofNanos(Math.max(0, System.nanoTime() - session.link().lastHeard()));
    }

    private static String show(Presence presence) {
        return presence.payload().first(Stanza.NS, "show").map(Element::text).orElse("available");
    }
}
