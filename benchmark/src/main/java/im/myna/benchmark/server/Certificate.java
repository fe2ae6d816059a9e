package im.myna.benchmark.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A certificate that signs itself, on the curve P-256, which is what most servers have today.
 *
 * @param chain PEM
 * @param key PEM, PKCS#8 with the public key in it, which ejabberd wants and keytool leaves out
 */
record Certificate(Path chain, Path key) {
    /** For that domain, in that folder. */
    static Certificate of(String domain, Path folder) {
        var made = new Certificate(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
        var command = new ProcessBuilder(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-days",
                        "30",
                        "-subj",
                        "/CN=" + domain,
                        "-addext",
                        "subjectAltName=DNS:" + domain,
                        "-out",
                        made.chain.toString(),
                        "-keyout",
                        made.key.toString())
                .redirectErrorStream(true);
        try {
            var output = command.start().getInputStream().readAllBytes();
            if (!Files.exists(made.chain)) {
                throw new IllegalStateException(
                        "openssl made no certificate: " + new String(output, StandardCharsets.UTF_8));
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
