package im.myna.blackbox.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A certificate that signs itself, made by the keytool of this Java. */
public record Keys(X509Certificate certificate, byte[] key) {
    private static final String PASSWORD = "changeit";

    /** New ones, for that domain. */
    public static Keys make(Path folder, String domain)
            throws IOException, InterruptedException, GeneralSecurityException {
        var file = Files.createTempDirectory(folder, "keys").resolve("keys.p12");
        var made = Command.run(
                Map.of(),
                "",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + domain,
                        "-ext",
                        "SAN=dns:" + domain,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD));
        if (made.code() != 0) {
            throw new IOException("keytool: " + made.text());
        }
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        return new Keys(
                (X509Certificate) store.getCertificate("server"),
                store.getKey("server", PASSWORD.toCharArray()).getEncoded());
    }

    /** Writes both as PEM files, the key first. */
    public void write(Path chain, Path keyFile) throws IOException, GeneralSecurityException {
        Files.writeString(keyFile, pem("PRIVATE KEY", key));
        Files.writeString(chain, pem("CERTIFICATE", certificate.getEncoded()));
    }

    private static String pem(String type, byte[] content) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %s-----%n%s%n-----END %1$s-----%n".formatted(type, text);
    }
}
