package im.myna.socket.tls;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** Channel bindings: what both ends know of a TLS connection and nobody between them can fake. */
final class Bindings {
    static final String END_POINT = "tls-server-end-point";
    static final String EXPORTER = "tls-exporter";

    private static final String LABEL = "EXPORTER-Channel-Binding";
    private static final int EXPORTED = 32;
    private static final Pattern HASH = Pattern.compile("(MD5|SHA-?\\d+(?:/\\d+)?)WITH.*");

    /** Of JDK 25 and later; empty before. */
    private static final List<MethodHandle> EXPORT = export();

    private Bindings() {}

    /** Whether the JDK's engine gives "tls-exporter". */
    static boolean exports() {
        return !EXPORT.isEmpty();
    }

    static Map<String, byte[]> of(SSLSession session, Map<String, byte[]> endPoint) {
        var bindings = new HashMap<>(endPoint);
        exporter(session).ifPresent(data -> bindings.put(EXPORTER, data));
        return bindings;
    }

    // RFC 5929, 4.1: the hash of the certificate by the hash of its signature; MD5 and SHA-1 count as SHA-256; a
    // signature with
    // no hash of its own (EdDSA) has no such binding.
    static Map<String, byte[]> endPoint(X509Certificate certificate) throws GeneralSecurityException {
        var hash = hash(certificate);
        return hash.isEmpty()
                ? Map.of()
                : Map.of(END_POINT, MessageDigest.getInstance(hash.get()).digest(certificate.getEncoded()));
    }

    private static Optional<String> hash(X509Certificate certificate) throws GeneralSecurityException {
        var name = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (name.equals("RSASSA-PSS")) {
            return Optional.of(ofPss(certificate.getSigAlgParams()));
        }
        var matcher = HASH.matcher(name);
        return matcher.matches() ? Optional.of(strong(matcher.group(1))) : Optional.empty();
    }

    private static String ofPss(byte[] encoded) throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
        try {
            parameters.init(encoded);
        } catch (IOException e) {
            throw new GeneralSecurityException("broken signature parameters", e);
        }
        return strong(parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm());
    }

    private static String strong(String hash) {
        var plain = hash.replaceFirst("^SHA-?", "SHA-");
        return plain.equals("MD5") || plain.equals("SHA-1") ? "SHA-256" : plain;
    }

    // RFC 9266, 2: 32 bytes, this label, an empty context. With TLS 1.2 it would need the extended master secret (4.2),
    // of which
    // no engine tells; so with TLS 1.3 only.
    private static Optional<byte[]> exporter(SSLSession session) {
        if (EXPORT.isEmpty()
                || !(session instanceof ExtendedSSLSession extended)
                || !session.getProtocol().equals("TLSv1.3")) {
            return Optional.empty();
        }
        try {
            return Optional.of((byte[]) EXPORT.get(0).invokeExact(extended, LABEL, new byte[0], EXPORTED));
        } catch (UnsupportedOperationException | SSLException e) {
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<MethodHandle> export() {
        try {
            return List.of(MethodHandles.publicLookup()
                    .findVirtual(
                            ExtendedSSLSession.class,
                            "exportKeyingMaterialData",
                            MethodType.methodType(byte[].class, String.class, byte[].class, int.class)));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return List.of();
        }
    }
}
