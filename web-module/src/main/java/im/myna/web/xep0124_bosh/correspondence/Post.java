package im.myna.web.xep0124_bosh.correspondence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import im.myna.xml.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** What waits for the client, one frame after the other as {@link im.myna.stream.Framing#WEBSOCKET} writes them, put into letters. */
public final class Post {
    static final Letter NOTHING = new Letter(List.of(), 0, false, Optional.empty());

    /** A letter is closed when it has that many bytes; so it is at most a frame longer. */
    private static final int FULL = 64 << 10;

    private static final byte[] OPEN = "<open ".getBytes(US_ASCII);
    private static final byte[] CLOSE = "<close ".getBytes(US_ASCII);
    private static final byte[] STREAMS = "<stream:".getBytes(US_ASCII);
    private static final byte[] ERROR = "<stream:error".getBytes(US_ASCII);

    private final BooleanSupplier waiting;
    private final Supplier<Optional<byte[]>> frames;
    private final IntConsumer sent;
    private final Consumer<Envelope> introduction;
    private Optional<Element> opened = Optional.empty();

    /**
     * What one answer holds.
     *
     * @param taken bytes of the outbox that this accounts for
     * @param isLast whether the stream is over with it
     * @param condition why, where that is an error
     */
    record Letter(List<byte[]> frames, int taken, boolean isLast, Optional<Terminal> condition) {
        int size() {
            return frames.stream().mapToInt(frame -> frame.length).sum();
        }

        Envelope in(Envelope envelope) {
            if (frames.stream().anyMatch(frame -> begins(frame, STREAMS))) {
                envelope.declaringStreams();
            }
            frames.forEach(envelope::payload);
            return envelope;
        }
    }

    /**
     * @param waiting whether there is something
     * @param frames takes the next
     * @param sent is told how many bytes have left
     * @param introduction what is said besides in the first answer
     */
    public Post(
            BooleanSupplier waiting,
            Supplier<Optional<byte[]>> frames,
            IntConsumer sent,
            Consumer<Envelope> introduction) {
        this.waiting = waiting;
        this.frames = frames;
        this.sent = sent;
        this.introduction = introduction;
    }

    boolean isWaiting() {
        return waiting.getAsBoolean();
    }

    Letter next() {
        var taken = new ArrayList<byte[]>();
        int count = 0;
        boolean last = false;
        boolean error = false;
        for (var frame = frames.get(); frame.isPresent(); frame = count < FULL ? frames.get() : Optional.empty()) {
            var bytes = frame.get();
            count += bytes.length;
            error |= begins(bytes, ERROR);
            last |= error || begins(bytes, CLOSE);
            if (begins(bytes, OPEN)) {
                opened = Optional.of(Element.parse(bytes));
            } else if (!begins(bytes, CLOSE)) {
                taken.add(bytes);
            }
        }
        // XEP-0206, 6: whatever is wrong with the stream is told by this condition.
        return new Letter(taken, count, last, error ? Optional.of(Terminal.REMOTE_STREAM_ERROR) : Optional.empty());
    }

    private static boolean begins(byte[] frame, byte[] beginning) {
        return Arrays.mismatch(frame, beginning) == beginning.length;
    }

    void sent(Letter letter) {
        if (letter.taken() > 0) {
            sent.accept(letter.taken());
        }
    }

    /** XEP-0206, 4: what the stream's header says. */
    void introduce(Envelope envelope) {
        introduction.accept(envelope);
        opened.ifPresent(header -> {
            header.attribute("id").ifPresent(id -> envelope.with("authid", id));
            header.attribute("from").ifPresent(from -> envelope.with("from", from));
        });
        envelope.declaringXmpp().with("xmpp:version", "1.0").with("xmpp:restartlogic", "true");
    }
}
