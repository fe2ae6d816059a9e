package im.myna.stanza;

import im.myna.xml.Element;

/** A request or its answer (RFC 6120, 8.2.3). */
public record Iq(Head head, Payload payload) implements Stanza {
    /** The four types of 8.2.3. */
    public enum Type {
        GET,
        SET,
        RESULT,
        ERROR
    }

    /** @throws StanzaException bad-request when the type is missing or none of the four */
    public Type type() {
        return switch (head.type()) {
            case "get" -> Type.GET;
            case "set" -> Type.SET;
            case "result" -> Type.RESULT;
            case "error" -> Type.ERROR;
            default -> throw new StanzaException(Condition.BAD_REQUEST, "an iq has the type get, set, result or error");
        };
    }

    public boolean isRequest() {
        return head.type().equals("get") || head.type().equals("set");
    }

    /** The empty result. */
    public Iq result() {
        return new Iq(head.reply("result"), Payload.EMPTY);
    }

    public Iq result(Element child) {
        return new Iq(head.reply("result"), Payload.of(child));
    }

    @Override
    public Iq with(Head other) {
        return new Iq(other, payload);
    }

    @Override
    public Iq with(Payload other) {
        return new Iq(head, other);
    }

    @Override
    public String name() {
        return "iq";
    }
}
