package im.myna.socket.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Reads certificates and private keys as certificate authorities and OpenSSL write them (RFC 7468, 5958, 5915, 8017). */
public final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final byte[] RSA_ENCRYPTION =
            Der.wrap(Der.SEQUENCE, Der.oid("1.2.840.113549.1.1.1"), new byte[] {0x05, 0x00});
    private static final byte[] EC_PUBLIC_KEY = Der.oid("1.2.840.10045.2.1");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");
    private static final int MAX_BYTES = 1 << 20;

    private final String label;
    private final byte[] der;

    private Pem(String label, byte[] der) {
        this.label = label;
        this.der = der;
    }

    /** @throws CertificateException when the file holds no certificate, or a broken one */
    public static List<X509Certificate> certificates(Path file) throws IOException, CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        var certificates = new ArrayList<X509Certificate>();
        for (var block : blocks(file)) {
            if (block.label.endsWith("CERTIFICATE")) {
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.der)));
            }
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("no certificate in " + file);
        }
        return List.copyOf(certificates);
    }

    /** The first private key in the file. */
    public static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        var parameters = new byte[0];
        for (var block : blocks(file)) {
            switch (block.label) {
                case "EC PARAMETERS" -> parameters = block.der;
                case "PRIVATE KEY" -> {
                    return pkcs8(block.der, file);
                }
                case "RSA PRIVATE KEY" -> {
                    return pkcs8(pkcs8(RSA_ENCRYPTION, block.der), file);
                }
                case "EC PRIVATE KEY" -> {
                    return pkcs8(ec(block.der, parameters), file);
                }
                case "ENCRYPTED PRIVATE KEY" ->
                    throw new InvalidKeySpecException("the key in " + file + " has a password; write it without one");
                default -> {
                    // A certificate in the same file.
                }
            }
        }
        throw new InvalidKeySpecException("no private key in " + file);
    }

    /** One block. */
    static String text(String label, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    private static List<Pem> blocks(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is too large");
        }
        var blocks = new ArrayList<Pem>();
        var matcher = BLOCK.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        while (matcher.find()) {
            try {
                blocks.add(new Pem(matcher.group(1), Base64.getMimeDecoder().decode(matcher.group(2))));
            } catch (IllegalArgumentException e) {
                throw new IOException("bad base64 in " + file, e);
            }
        }
        return blocks;
    }

    private static byte[] pkcs8(byte[] algorithm, byte[] key) {
        return Der.wrap(Der.SEQUENCE, Der.integer(0), algorithm, Der.wrap(Der.OCTET_STRING, key));
    }

    /** RFC 5915, 3: the curve stands inside the key, or in front of it in a block of its own; the JDK wants it outside only. */
    private static byte[] ec(byte[] key, byte[] parameters) throws InvalidKeySpecException {
        try {
            var curve = parameters;
            var bare = new ArrayList<byte[]>();
            for (var part : Der.inside(Der.SEQUENCE, key)) {
                if ((part[0] & 0xff) == Der.EXPLICIT) {
                    curve = Der.inside(Der.EXPLICIT, part).get(0);
                } else {
                    bare.add(part);
                }
            }
            return pkcs8(
                    Der.wrap(Der.SEQUENCE, EC_PUBLIC_KEY, curve), Der.wrap(Der.SEQUENCE, bare.toArray(new byte[0][])));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new InvalidKeySpecException("broken EC private key", e);
        }
    }

    private static PrivateKey pkcs8(byte[] der, Path file) throws GeneralSecurityException {
        for (var algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (InvalidKeySpecException e) {
                // The next algorithm may read it.
            }
        }
        throw new InvalidKeySpecException("a key of unknown kind in " + file);
    }
}
