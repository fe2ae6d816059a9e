package im.myna.store.audit;

import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import java.time.Instant;

/**
 * One change, or one try to make it. Texts that are longer than what is kept are cut.
 *
 * @param number rises with each entry; 0 before it was added
 * @param who the bare address of who did it, or another name of his
 * @param address from where, 100 characters
 * @param action what was done, 100 characters
 * @param subject to whom or what; of an account its bare address
 * @param before what was so, empty for nothing; 4000 characters
 * @param after what is so now, empty for nothing; 4000 characters
 */
public record AuditEntry(
        long number,
        Instant at,
        String who,
        String address,
        String action,
        String subject,
        String before,
        String after) {
    static final int NAME = 3071;
    static final int WORD = 100;
    static final int VALUE = 4000;

    public AuditEntry {
        who = cut(who, NAME);
        address = cut(address, WORD);
        action = cut(action, WORD);
        subject = cut(subject, NAME);
        before = cut(before, VALUE);
        after = cut(after, VALUE);
    }

    /** That of the subject; empty when the subject is no address. */
    public String domain() {
        try {
            return Jid.of(subject).domain();
        } catch (MalformedJidException somethingElse) {
            return "";
        }
    }

    /** Also without NUL, which PostgreSQL does not keep. */
    static String cut(String text, int length) {
        var clean = text.replace('\0', '\uFFFD');
        if (clean.length() <= length) {
            return clean;
        }
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(length - 1)) ? length - 1 : length);
    }
}
