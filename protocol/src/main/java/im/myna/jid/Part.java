package im.myna.jid;

import java.nio.charset.StandardCharsets;
import rocks.xmpp.precis.PrecisProfiles;

/** The three parts of an address and how each is prepared. */
enum Part {
    /** RFC 7622, 3.3: UsernameCaseMapped without eight characters. Escapes of XEP-0106 are ordinary characters here. */
    LOCAL("localpart") {
        @Override
        boolean isPrepared(String text) {
            return all(PLAIN_LOCAL, text);
        }

        @Override
        String map(String text) {
            var mapped = PrecisProfiles.USERNAME_CASE_MAPPED.enforce(text);
            if (mapped.chars().anyMatch(c -> c == ' ' || FORBIDDEN.indexOf(c) >= 0)) {
                throw new MalformedJidException("the localpart has a space or one of " + FORBIDDEN);
            }
            return mapped;
        }
    },
    /** RFC 7622, 3.2. */
    DOMAIN("domainpart") {
        @Override
        boolean isPrepared(String text) {
            return DomainName.isPlain(text);
        }

        @Override
        String map(String text) {
            return DomainName.prepare(text);
        }
    },
    /** RFC 7622, 3.4: OpaqueString. */
    RESOURCE("resourcepart") {
        @Override
        boolean isPrepared(String text) {
            return all(PLAIN_RESOURCE, text);
        }

        @Override
        String map(String text) {
            return PrecisProfiles.OPAQUE_STRING.enforce(text);
        }
    };

    private static final String FORBIDDEN = "\"&'/:<>@";
    private static final boolean[] PLAIN_LOCAL = new boolean[128];
    private static final boolean[] PLAIN_RESOURCE = new boolean[128];

    static {
        for (char c = ' '; c < 127; c++) {
            PLAIN_RESOURCE[c] = true;
            PLAIN_LOCAL[c] = c != ' ' && !(c >= 'A' && c <= 'Z') && FORBIDDEN.indexOf(c) < 0;
        }
    }

    /** RFC 7622, 3.2 to 3.4. */
    private static final int MAX_BYTES = 1023;
    /** Mapping shortens a text, but not by much: what is longer than this need not be looked at. */
    private static final int MAX_CHARS = 4 * MAX_BYTES;

    private final String title;

    Part(String title) {
        this.title = title;
    }

    /** Tells quickly, for ASCII, that mapping would change nothing. */
    abstract boolean isPrepared(String text);

    /** Whatever is wrong is an IllegalArgumentException. */
    abstract String map(String text);

    final String prepare(String text) {
        if (text.isEmpty()) {
            throw new MalformedJidException("the " + title + " is empty");
        }
        if (text.length() > MAX_CHARS) {
            throw tooLong();
        }
        var prepared = isPrepared(text) ? text : checked(text);
        // One char is at least one byte of UTF-8 and at most three.
        if (prepared.length() > MAX_BYTES / 3 && prepared.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw tooLong();
        }
        return prepared;
    }

    private static boolean all(boolean[] plain, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= plain.length || !plain[text.charAt(i)]) {
                return false;
            }
        }
        return true;
    }

    private String checked(String text) {
        try {
            var mapped = map(text);
            if (mapped.isEmpty()) {
                throw new MalformedJidException("the " + title + " is empty");
            }
            return mapped;
        } catch (MalformedJidException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new MalformedJidException("the " + title + " is refused: " + e.getMessage());
        }
    }

    private MalformedJidException tooLong() {
        return new MalformedJidException("the " + title + " is longer than " + MAX_BYTES + " bytes");
    }
}
