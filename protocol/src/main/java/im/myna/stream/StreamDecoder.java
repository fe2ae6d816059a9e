package im.myna.stream;

import im.myna.stanza.Stanza;
import im.myna.xml.Tag;
import im.myna.xml.XmlException;
import im.myna.xml.XmlScanner;
import im.myna.xml.XmlScanner.Event;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Makes frames of the bytes of one stream over TCP (RFC 6120, 4), however they come in pieces. Hands out one frame at a time and
 * does not look at the bytes behind it before it is asked for the next: TLS or another stream may begin there.
 *
 * <p>It keeps at most one unfinished first-level element, as large as the limits allow, and {@link #READ_AHEAD} bytes that were fed
 * and not asked for; twice that, while the buffer grows.
 */
public final class StreamDecoder {
    /** What may be fed beyond the largest stanza before {@link #next} is asked. */
    public static final int READ_AHEAD = 256 << 10;

    private final XmlScanner scanner;
    private final String undeclared;
    private String content;
    private String lang = "";
    private FirstLevel element;
    private StreamException failure;
    private boolean closed;

    /** For clients. */
    public StreamDecoder(StreamLimits limits) {
        this(limits, Stanza.NS);
    }

    /** @param content the content namespace of a stream whose header declares none, since each stanza does (RFC 6120, 4.8.3) */
    public StreamDecoder(StreamLimits limits, String content) {
        scanner = new XmlScanner(2, limits.xml());
        undeclared = content;
        this.content = content;
    }

    /** From now on these limits count, also for what has been fed. */
    public void limits(StreamLimits limits) {
        scanner.limits(limits.xml());
    }

    /** Appends a copy of these bytes. @throws StreamException policy-violation when too much waits to be asked for */
    public void feed(byte[] bytes, int offset, int length) {
        feed(ByteBuffer.wrap(bytes, offset, length));
    }

    /** Appends a copy of what remains in the buffer, which has no remains then. Behind the end of the stream, bytes mean nothing. */
    public void feed(ByteBuffer bytes) {
        if (closed || failure != null) {
            bytes.position(bytes.limit());
            return;
        }
        if ((long) scanner.buffered() + bytes.remaining()
                > (long) scanner.limits().bytes() + READ_AHEAD) {
            failure = new StreamException(StreamCondition.POLICY_VIOLATION, "too much at once");
            throw failure;
        }
        scanner.feed(bytes);
    }

    /**
     * The next frame, empty when its bytes have not all been fed.
     *
     * @throws StreamException when the peer broke the stream; then nothing more will come but the same
     */
    public Optional<Frame> next() {
        if (failure != null) {
            throw failure;
        }
        try {
            return closed ? Optional.empty() : advance();
        } catch (XmlException reason) {
            failure = StreamException.of(reason);
        } catch (StreamException reason) {
            failure = reason;
        }
        throw failure;
    }

    private Optional<Frame> advance() {
        for (var event = scanner.next(); event != Event.MORE; event = scanner.next()) {
            int depth = scanner.depth();
            if (depth == 0) {
                closed = true;
                scanner.discard();
                return Optional.of(new Frame.Closed());
            } else if (event == Event.START && depth == 1) {
                return Optional.of(new Frame.Opened(header(scanner.tag())));
            } else if (event == Event.START && depth == 2) {
                element = new FirstLevel(scanner, content, lang);
            } else {
                element.accept(event);
                if (depth == 1) {
                    return Optional.of(element.frame());
                }
            }
        }
        return Optional.empty();
    }

    private StreamHeader header(Tag tag) {
        if (!tag.namespace().equals(StreamHeader.NS)) {
            throw new StreamException(StreamCondition.INVALID_NAMESPACE);
        }
        FirstLevel.refusePrefix(tag);
        if (!tag.is(StreamHeader.NS, "stream")) {
            throw new StreamException(StreamCondition.BAD_FORMAT, "a stream begins with <stream:stream>");
        }
        var declared = tag.inherited();
        content = declared.isEmpty() || declared.equals(StreamHeader.NS) ? undeclared : declared;
        if (!FirstLevel.CONTENTS.contains(content)) {
            throw new StreamException(StreamCondition.INVALID_NAMESPACE);
        }
        var header = StreamHeader.of(tag, content);
        lang = header.lang();
        return header;
    }

    /** How many bytes are kept: those of an unfinished element, and those behind the frame that was taken last. */
    public int buffered() {
        return scanner.buffered();
    }

    /** What follows is a new stream header (RFC 6120, 4.3.3); to be called when the frame before it has been taken. */
    public void restart() {
        scanner.restart();
        closed = false;
    }

    /** Forgets what was fed behind the frame that was taken last: it was sent before TLS and is not to be trusted (RFC 6120, 5.4.3.3). */
    public void discard() {
        scanner.discard();
    }
}
