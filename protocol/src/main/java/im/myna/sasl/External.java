package im.myna.sasl;

import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import java.util.List;

/** EXTERNAL (RFC 4422, A) with client certificates (XEP-0178, 2). */
public final class External {
    private External() {}

    /**
     * The account that a client may log in to.
     *
     * @param message the client's response: the address it wants to act as, or nothing
     * @param addresses those of its certificate that this server is responsible for
     * @throws SaslException when it may not log in
     */
    public static Jid account(byte[] message, List<Jid> addresses) {
        var authzid = Utf8.decode(message);
        if (addresses.isEmpty()) {
            throw new SaslException(SaslCondition.NOT_AUTHORIZED);
        }
        if (!authzid.isEmpty()) {
            return addresses.stream()
                    .filter(parsed(authzid)::equals)
                    .findFirst()
                    .orElseThrow(() -> new SaslException(SaslCondition.INVALID_AUTHZID));
        }
        // XEP-0178, 2: with several the client has to say which.
        if (addresses.size() > 1) {
            throw new SaslException(SaslCondition.INVALID_AUTHZID, "the certificate has several addresses: say which");
        }
        return addresses.get(0);
    }

    private static Jid parsed(String authzid) {
        try {
            return Jid.of(authzid);
        } catch (MalformedJidException e) {
            throw new SaslException(SaslCondition.INVALID_AUTHZID, e.getMessage());
        }
    }
}
