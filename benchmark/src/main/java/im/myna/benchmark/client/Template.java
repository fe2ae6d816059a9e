package im.myna.benchmark.client;

import java.nio.charset.StandardCharsets;

/** A stanza whose bytes are ready but for its number. */
public final class Template {
    private static final String MARK = "{mark}";
    private static final String FILLER = "All the words that a message may need stand here, one behind the other. ";

    private final byte[] bytes;
    private final int mark;

    private Template(byte[] bytes, int mark) {
        this.bytes = bytes;
        this.mark = mark;
    }

    /**
     * A chat message as people's clients send them, with chat state, request for a receipt and origin id.
     *
     * @param sender goes into the mark
     * @param length of the whole stanza, if that is enough
     */
    public static Template message(int sender, String to, int length) {
        var head = "<message to='" + to + "' id='load-" + sender + "' type='chat'><body>" + MARK + " ";
        var tail = "</body><active xmlns='http://jabber.org/protocol/chatstates'/><request xmlns='urn:xmpp:receipts'/>"
                + "<origin-id xmlns='urn:xmpp:sid:0' id='load-" + sender + "'/></message>";
        int room = length - head.length() - tail.length() - Mark.blank(sender).length() + MARK.length();
        var filler = FILLER.repeat(Math.max(0, room) / FILLER.length() + 1);
        return of(sender, head + filler.substring(0, Math.max(0, room)) + tail);
    }

    /** Available, with a status. */
    public static Template presence(int sender) {
        return of(sender, "<presence><status>" + MARK + "</status><priority>1</priority></presence>");
    }

    private static Template of(int sender, String stanza) {
        var text = stanza.replace(MARK, Mark.blank(sender));
        return new Template(text.getBytes(StandardCharsets.UTF_8), stanza.indexOf(MARK));
    }

    /** The bytes with that number, until the next call. */
    byte[] numbered(int number) {
        Mark.number(bytes, mark, number);
        return bytes;
    }

    public int length() {
        return bytes.length;
    }
}
