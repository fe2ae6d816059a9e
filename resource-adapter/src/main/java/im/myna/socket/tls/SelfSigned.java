package im.myna.socket.tls;

import im.myna.settings.Certificate;
import java.io.IOException;
import java.math.BigInteger;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A certificate that vouches for itself, for all domains, where there is no better one (X.509: RFC 5280, 4.1). */
public final class SelfSigned {
    // Some clients refuse what is valid for longer.
    private static final Duration VALID = Duration.ofDays(825);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final byte[] ECDSA_SHA256 = Der.wrap(Der.SEQUENCE, Der.oid("1.2.840.10045.4.3.2"));
    private static final byte[] COMMON_NAME = Der.oid("2.5.4.3");
    private static final byte[] ALTERNATIVE_NAME = Der.oid("2.5.29.17");
    private static final int DNS_NAME = 0x82;
    private static final int MOST_COMMON_NAME = 64;

    private SelfSigned() {}

    /** The one in that folder, by domain; made anew when there is none, when it ends soon or when the domains are others. */
    public static Map<String, Certificate> in(Path folder, List<String> domains) throws IOException {
        var files = new Certificate(folder.resolve("self-signed.pem"), folder.resolve("self-signed.key"));
        var names = domains.stream().map(IDN::toASCII).collect(Collectors.toCollection(TreeSet::new));
        if (!isGood(files, names)) {
            make(folder, files, List.copyOf(names), IDN.toASCII(domains.get(0)));
        }
        var certificates = new LinkedHashMap<String, Certificate>();
        domains.forEach(domain -> certificates.put(domain, files));
        return certificates;
    }

    private static boolean isGood(Certificate files, Set<String> names) throws IOException {
        if (!Files.exists(files.chain()) || !Files.exists(files.key())) {
            return false;
        }
        try {
            var certificate = Pem.certificates(files.chain()).get(0);
            return names(certificate).equals(names)
                    && certificate
                            .getNotAfter()
                            .toInstant()
                            .isAfter(Instant.now().plus(RENEWED_BEFORE));
        } catch (CertificateException e) {
            return false;
        }
    }

    /** All that it is good for, in the alphabet of DNS. */
    static Set<String> names(X509Certificate certificate) throws CertificateException {
        var names = certificate.getSubjectAlternativeNames();
        return names == null
                ? Set.of()
                : names.stream().map(name -> String.valueOf(name.get(1))).collect(Collectors.toSet());
    }

    private static void make(Path folder, Certificate files, List<String> names, String main) throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var keys = generator.generateKeyPair();
            keep(files.key(), Pem.text("PRIVATE KEY", keys.getPrivate().getEncoded()));
            keep(files.chain(), Pem.text("CERTIFICATE", certificate(keys, names, main)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make a certificate", e);
        }
    }

    private static byte[] certificate(KeyPair keys, List<String> names, String main) throws GeneralSecurityException {
        var content = content(keys, names, main);
        var signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(keys.getPrivate());
        signing.update(content);
        return Der.wrap(Der.SEQUENCE, content, ECDSA_SHA256, Der.bits(signing.sign()));
    }

    private static byte[] content(KeyPair keys, List<String> names, String main) {
        var now = Instant.now();
        var serial = new BigInteger(120, new SecureRandom()).setBit(120);
        return Der.wrap(
                Der.SEQUENCE,
                Der.wrap(Der.EXPLICIT, Der.integer(2)),
                Der.wrap(Der.INTEGER, serial.toByteArray()),
                ECDSA_SHA256,
                subject(main),
                Der.wrap(Der.SEQUENCE, time(now.minus(CLOCKS_DIFFER)), time(now.plus(VALID))),
                subject(main),
                keys.getPublic().getEncoded(),
                Der.wrap(Der.EXPLICIT + 3, Der.wrap(Der.SEQUENCE, extension(names))));
    }

    private static byte[] subject(String name) {
        // RFC 5280, A.1: a common name is that long at most; the alternative names count anyway.
        var common = name.length() > MOST_COMMON_NAME ? name.substring(0, MOST_COMMON_NAME) : name;
        return Der.wrap(
                Der.SEQUENCE,
                Der.wrap(Der.SET, Der.wrap(Der.SEQUENCE, COMMON_NAME, Der.text(Der.UTF8_STRING, common))));
    }

    private static byte[] time(Instant instant) {
        // RFC 5280, 4.1.2.5: UTCTime through the year 2049.
        return Der.text(Der.UTC_TIME, TIME.format(instant).substring(2));
    }

    private static byte[] extension(List<String> names) {
        var all = names.stream().map(name -> Der.text(DNS_NAME, name)).toArray(byte[][]::new);
        return Der.wrap(Der.SEQUENCE, ALTERNATIVE_NAME, Der.wrap(Der.OCTET_STRING, Der.wrap(Der.SEQUENCE, all)));
    }

    /** For its owner only; replaced as a whole. */
    static void keep(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent(), rights("rwx------"));
        var temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        Files.writeString(Files.createFile(temporary, rights("rw-------")), text, StandardCharsets.US_ASCII);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] rights(String posix) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))}
                : new FileAttribute<?>[0];
    }
}
