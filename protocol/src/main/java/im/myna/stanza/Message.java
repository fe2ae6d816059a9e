package im.myna.stanza;

/** Something to be pushed to somebody (RFC 6120, 8.2.1). */
public record Message(Head head, Payload payload) implements Stanza {
    /** The types of RFC 6121, 5.2.2. */
    public enum Type {
        NORMAL,
        CHAT,
        GROUPCHAT,
        HEADLINE,
        ERROR
    }

    public Type type() {
        // RFC 6121, 5.2.2: an unknown or absent type is "normal".
        return switch (head.type()) {
            case "chat" -> Type.CHAT;
            case "groupchat" -> Type.GROUPCHAT;
            case "headline" -> Type.HEADLINE;
            case "error" -> Type.ERROR;
            default -> Type.NORMAL;
        };
    }

    @Override
    public Message with(Head other) {
        return new Message(other, payload);
    }

    @Override
    public Message with(Payload other) {
        return new Message(head, other);
    }

    @Override
    public String name() {
        return "message";
    }
}
