package im.myna.stanza;

import im.myna.jid.Jid;

/** The attributes that routing reads (RFC 6120, 8.1). Absent ones are {@link Jid#NONE} or empty. */
public record Head(Jid from, Jid to, String id, String type, String lang) {
    public static final Head NONE = new Head(Jid.NONE, Jid.NONE, "", "", "");

    public Head from(Jid sender) {
        return new Head(sender, to, id, type, lang);
    }

    public Head to(Jid receiver) {
        return new Head(from, receiver, id, type, lang);
    }

    public Head id(String identifier) {
        return new Head(from, to, identifier, type, lang);
    }

    public Head type(String name) {
        return new Head(from, to, id, name, lang);
    }

    public Head lang(String tag) {
        return new Head(from, to, id, type, tag);
    }

    /** The head of an answer: from and to changed places. */
    public Head reply(String answer) {
        return new Head(to, from, id, answer, "");
    }
}
