package im.myna.settings;

import java.nio.file.Path;

/**
 * Where a domain's certificate lies.
 *
 * @param chain PEM, the domain's own first
 * @param key PEM, PKCS 8 or 1, without password
 */
public record Certificate(Path chain, Path key) {
    /** Not there yet. */
    public static final Certificate NONE = new Certificate(Path.of(""), Path.of(""));
}
