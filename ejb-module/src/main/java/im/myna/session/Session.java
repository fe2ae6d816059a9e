package im.myna.session;

import im.myna.jid.Jid;
import im.myna.link.Link;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import im.myna.stream.Frame;
import im.myna.stream.StreamException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One connected resource of an account (RFC 6120, 7). */
public final class Session {
    private static final byte ABSENT = Byte.MIN_VALUE;

    private final Jid jid;
    private final Link link;
    private final String mechanism;
    private final long since = System.currentTimeMillis();
    // Written by the thread that handles this session's stanzas, read by all.
    private volatile Optional<Presence> presence = Optional.empty();
    private volatile byte priority = ABSENT;
    private volatile boolean interested;
    private volatile boolean ended;
    private volatile boolean traced;
    // Made when the first feature remembers something; bounded by the number of features.
    private volatile Map<Class<?>, Object> memory = Map.of();

    /**
     * @param jid the full address
     * @param mechanism of SASL, by which its account was proved
     */
    public Session(Jid jid, Link link, String mechanism) {
        this.jid = jid;
        this.link = link;
        this.mechanism = mechanism;
    }

    public Jid jid() {
        return jid;
    }

    public Link link() {
        return link;
    }

    public String mechanism() {
        return mechanism;
    }

    /** When it was bound. */
    public Instant since() {
        return Instant.ofEpochMilli(since);
    }

    public void send(Stanza stanza) {
        link.write(new Frame.Arrived(stanza));
    }

    /** Closes the stream with that error; nothing more that came from it is handled. */
    public void end(StreamException reason) {
        ended = true;
        link.end(reason);
    }

    public boolean isEnded() {
        return ended;
    }

    /** The last broadcast availability; empty before the first one and after "unavailable". */
    public Optional<Presence> presence() {
        return presence;
    }

    /**
     * RFC 6121, 4.2.1: the client announced itself.
     *
     * @param level -128 to 127
     */
    public void available(Presence announced, byte level) {
        presence = Optional.of(announced);
        priority = level;
    }

    public void unavailable() {
        presence = Optional.empty();
        priority = ABSENT;
    }

    public boolean isAvailable() {
        return presence.isPresent();
    }

    /** Available with a non-negative priority: what is addressed to the bare address comes here (RFC 6121, 8.5.2.1). */
    public boolean receives() {
        return priority >= 0;
    }

    public byte priority() {
        return priority;
    }

    /** RFC 6121, 2.2: it asked for the roster, so it gets roster pushes. */
    public boolean isInterested() {
        return interested;
    }

    public void interested() {
        interested = true;
    }

    /** What becomes of its stanzas is to be told. */
    public boolean isTraced() {
        return traced;
    }

    public void traced(boolean wanted) {
        traced = wanted;
    }

    /**
     * What a feature remembers of this session, made at the first call.
     *
     * @param type the feature's own class, its key
     */
    public <T> T memory(Class<T> type, Supplier<T> initial) {
        var known = memory.get(type);
        if (known == null) {
            known = remember(type, initial);
        }
        return type.cast(known);
    }

    private synchronized Object remember(Class<?> type, Supplier<?> initial) {
        if (memory.isEmpty()) {
            memory = new ConcurrentHashMap<>(4);
        }
        return memory.computeIfAbsent(type, key -> initial.get());
    }

    @Override
    public String toString() {
        return "session=" + jid + " link=" + link.id();
    }
}
