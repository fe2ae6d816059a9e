package im.myna.socket.tls;

import im.myna.settings.Certificate;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.OpenSslSessionTicketKey;
import io.netty.handler.ssl.SslContext;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;

/**
 * One certificate in use, with its own TLS context: a session is never resumed under another certificate, so the channel
 * binding of the certificate is that of the context.
 */
final class Credential {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SslContext context;
    private final Map<String, byte[]> endPoint;

    private final X509Certificate certificate;

    private Credential(SslContext context, Map<String, byte[]> endPoint, X509Certificate certificate) {
        this.context = context;
        this.endPoint = endPoint;
        this.certificate = certificate;
    }

    /** @throws GeneralSecurityException also when the key is not that of the certificate */
    static Credential load(Certificate files, Suites suites) throws IOException, GeneralSecurityException {
        var chain = Pem.certificates(files.chain());
        var key = Pem.key(files.key());
        Pair.require(chain.get(0), key);
        var credential = new Credential(suites.context(key, chain), Bindings.endPoint(chain.get(0)), chain.get(0));
        credential.turn();
        return credential;
    }

    SslContext context() {
        return context;
    }

    /** From then on nobody believes it. */
    Instant end() {
        return certificate.getNotAfter().toInstant();
    }

    /** As text. */
    String pem() {
        try {
            return Pem.text("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it was read", e);
        }
    }

    /** Its channel binding; empty when there is none. */
    Map<String, byte[]> endPoint() {
        return endPoint;
    }

    /**
     * New keys for the tickets by which clients resume sessions: who steals a key reads no more than the sessions since the last
     * turn. The JDK turns its own.
     */
    void turn() {
        if (context.sessionContext() instanceof OpenSslSessionContext sessions) {
            sessions.setTicketKeys(new OpenSslSessionTicketKey(
                    random(OpenSslSessionTicketKey.NAME_SIZE),
                    random(OpenSslSessionTicketKey.HMAC_KEY_SIZE),
                    random(OpenSslSessionTicketKey.AES_KEY_SIZE)));
        }
    }

    /** Connections that use it keep it. */
    void release() {
        ReferenceCountUtil.release(context);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
