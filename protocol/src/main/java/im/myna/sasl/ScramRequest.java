package im.myna.sasl;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client began a SCRAM authentication with: the client-first-message of RFC 5802, 7. */
public final class ScramRequest {
    static final int MAX_BYTES = 8192;
    private static final Pattern FIRST = Pattern.compile(
            "(?<header>(?<flag>[ny]|p=(?<binding>[A-Za-z0-9.-]+)),(?:a=(?<authzid>[^,\0]+))?,)"
                    + "(?<bare>n=(?<name>[^,\0]+),r=(?<nonce>[\\x21-\\x2B\\x2D-\\x7E]+)(?:,[A-Za-ln-z]=[^,\0]+){0,16})");
    private static final Pattern ESCAPE = Pattern.compile("=(?!2C|3D)");

    private final ScramHash hash;
    private final String header;
    private final byte[] binding;
    private final String authzid;
    private final String username;
    private final String nonce;
    private final String bare;

    private ScramRequest(ScramHash hash, byte[] binding, Matcher first) {
        this.hash = hash;
        this.binding = binding;
        header = first.group("header");
        authzid = first.group("authzid") == null ? "" : name(first.group("authzid"));
        username = name(first.group("name"));
        nonce = first.group("nonce");
        bare = first.group("bare");
    }

    /**
     * Reads it.
     *
     * @param mechanism one of SCRAM
     * @param bindings what the channel can be bound to, by type; empty when no mechanism with channel binding was offered
     * @throws SaslException malformed-request, or not-authorized when the binding is not possible or somebody hid it from the client
     */
    public static ScramRequest parse(Mechanism mechanism, Map<String, byte[]> bindings, byte[] message) {
        var hash = mechanism.hash().orElseThrow(() -> new IllegalArgumentException(mechanism + " is not of SCRAM"));
        if (message.length > MAX_BYTES) {
            throw malformed("the message is too long");
        }
        var first = FIRST.matcher(Utf8.decode(message));
        if (!first.matches()) {
            throw malformed("that is no client-first-message");
        }
        if (mechanism.plus() != (first.group("binding") != null)) {
            throw malformed("the channel binding flag does not fit the mechanism");
        }
        // RFC 5802, 6: the client could bind and saw no mechanism for it, so somebody in between removed ours.
        if (first.group("flag").equals("y") && !bindings.isEmpty()) {
            throw new SaslException(SaslCondition.NOT_AUTHORIZED, "this server does support channel binding");
        }
        return new ScramRequest(hash, mechanism.plus() ? chosen(bindings, first.group("binding")) : new byte[0], first);
    }

    private static byte[] chosen(Map<String, byte[]> bindings, String type) {
        var data = bindings.get(type);
        if (data == null) {
            throw new SaslException(
                    SaslCondition.NOT_AUTHORIZED, "this server does not support that type of channel binding");
        }
        return data.clone();
    }

    /** RFC 5802, 5.1: no other "=" than that of the two escapes. */
    private static String name(String escaped) {
        if (ESCAPE.matcher(escaped).find()) {
            throw malformed("a name has a wrong escape");
        }
        return escaped.replace("=2C", ",").replace("=3D", "=");
    }

    private static SaslException malformed(String text) {
        return new SaslException(SaslCondition.MALFORMED_REQUEST, text);
    }

    public ScramHash hash() {
        return hash;
    }

    /** Whose password it is, not yet prepared. */
    public String username() {
        return username;
    }

    /** Whom the client wants to act as; empty for itself. To be judged by the caller. */
    public String authzid() {
        return authzid;
    }

    /**
     * The next step.
     *
     * @param verifier of that account and hash, or a decoy
     * @param fresh printable ASCII without commas, random, at least 18 bytes' worth
     */
    public ScramChallenge challenge(ScramVerifier verifier, String fresh) {
        if (verifier.type() != hash) {
            throw new IllegalArgumentException("the verifier is of another hash");
        }
        return new ScramChallenge(this, verifier, nonce + fresh);
    }

    String bare() {
        return bare;
    }

    String header() {
        return header;
    }

    byte[] binding() {
        return binding.clone();
    }
}
