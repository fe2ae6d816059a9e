package im.myna.socket.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** A certificate and a key. */
public final class Pair {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Pair() {}

    /** A renewal writes two files, one after the other; between the two, they do not belong together. @throws GeneralSecurityException then */
    public static void require(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        var algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        var probe = new byte[32];
        RANDOM.nextBytes(probe);
        var signing = Signature.getInstance(algorithm);
        signing.initSign(key);
        signing.update(probe);
        var checking = Signature.getInstance(algorithm);
        checking.initVerify(certificate.getPublicKey());
        checking.update(probe);
        if (!checking.verify(signing.sign())) {
            throw new CertificateException("the key is not that of the certificate");
        }
    }
}
