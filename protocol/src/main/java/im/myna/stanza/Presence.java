package im.myna.stanza;

/** Availability, and the requests around it (RFC 6120, 8.2.2). */
public record Presence(Head head, Payload payload) implements Stanza {
    /** The types of RFC 6121, 4.7.1; AVAILABLE is the absence of the attribute. */
    public enum Type {
        AVAILABLE,
        UNAVAILABLE,
        SUBSCRIBE,
        SUBSCRIBED,
        UNSUBSCRIBE,
        UNSUBSCRIBED,
        PROBE,
        ERROR
    }

    /** @throws StanzaException bad-request when the type is none of 4.7.1 */
    public Type type() {
        return switch (head.type()) {
            case "" -> Type.AVAILABLE;
            case "unavailable" -> Type.UNAVAILABLE;
            case "subscribe" -> Type.SUBSCRIBE;
            case "subscribed" -> Type.SUBSCRIBED;
            case "unsubscribe" -> Type.UNSUBSCRIBE;
            case "unsubscribed" -> Type.UNSUBSCRIBED;
            case "probe" -> Type.PROBE;
            case "error" -> Type.ERROR;
            default -> throw new StanzaException(Condition.BAD_REQUEST, "unknown type of presence");
        };
    }

    @Override
    public Presence with(Head other) {
        return new Presence(other, payload);
    }

    @Override
    public Presence with(Payload other) {
        return new Presence(head, other);
    }

    @Override
    public String name() {
        return "presence";
    }
}
