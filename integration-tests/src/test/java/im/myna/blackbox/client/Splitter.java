package im.myna.blackbox.client;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Cuts what a server sends into its stream header, first-level elements, and the closing tag. */
public final class Splitter {
    private final InputStream in;
    private final ByteArrayOutputStream element = new ByteArrayOutputStream();

    public Splitter(InputStream in) {
        this.in = in;
    }

    /** The next piece, as text; empty when the server closed the connection. */
    public Optional<String> next() throws IOException {
        element.reset();
        int depth = 0;
        for (int read = in.read(); read >= 0; read = in.read()) {
            if (read != '<') {
                keepInside(depth, read);
                continue;
            }
            var tag = tag();
            if (tag.startsWith("<?")) {
                continue;
            }
            element.writeBytes(tag.getBytes(StandardCharsets.UTF_8));
            depth += change(tag);
            if (depth <= 0 || tag.startsWith("<stream:stream")) {
                return Optional.of(element.toString(StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    // White space between first-level elements keeps connections alive and means nothing (RFC 6120, 4.6.1).
    private void keepInside(int depth, int read) {
        if (depth > 0) {
            element.write(read);
        }
    }

    private static int change(String tag) {
        if (tag.startsWith("</")) {
            return -1;
        }
        return tag.endsWith("/>") ? 0 : 1;
    }

    private String tag() throws IOException {
        var tag = new ByteArrayOutputStream();
        tag.write('<');
        int quote = 0;
        for (int read = in.read(); read >= 0; read = in.read()) {
            tag.write(read);
            if (quote == 0 && read == '>') {
                return tag.toString(StandardCharsets.UTF_8);
            }
            if (quote == read) {
                quote = 0;
            } else if (quote == 0 && (read == '"' || read == '\'')) {
                quote = read;
            }
        }
        throw new EOFException("the connection ended within " + tag.toString(StandardCharsets.UTF_8));
    }
}
