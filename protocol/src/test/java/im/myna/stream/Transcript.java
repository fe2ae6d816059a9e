package im.myna.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bytes of one direction of a stream, and what a decoder makes of them, in pieces of every kind. */
record Transcript(byte[] bytes, StreamLimits limits) {
    static final StreamLimits LIMITS = new StreamLimits(2_000, 20, 20, 100);
    static final String HEADER = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'"
            + " to='im.example.com' version='1.0'>";

    static Transcript of(String text) {
        return new Transcript(text.getBytes(UTF_8), LIMITS);
    }

    /** Bytes given as ISO 8859-1, to write what is no UTF-8. */
    static Transcript ofBytes(String text) {
        return new Transcript(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), LIMITS);
    }

    /** What came out: frames as they would be sent, and the condition at the end, or "open". */
    List<String> whole() {
        return decode(new int[] {0, bytes.length});
    }

    /** Byte by byte, and every way to cut in two. */
    Stream<List<String>> pieces() {
        var single = IntStream.rangeClosed(0, bytes.length).toArray();
        var cuts = IntStream.range(1, bytes.length).mapToObj(cut -> new int[] {0, cut, bytes.length});
        return Stream.concat(Stream.of(single), cuts).map(this::decode);
    }

    private List<String> decode(int[] cuts) {
        var found = new ArrayList<String>();
        var decoder = new StreamDecoder(limits);
        try {
            for (int i = 1; i < cuts.length; i++) {
                decoder.feed(bytes, cuts[i - 1], cuts[i] - cuts[i - 1]);
                for (var frame = decoder.next(); frame.isPresent(); frame = decoder.next()) {
                    found.add(written(frame.get()));
                }
            }
            found.add("open");
        } catch (StreamException reason) {
            found.add(reason.condition().element());
        }
        return found;
    }

    static String written(Frame frame) {
        if (frame instanceof Frame.Refused refused) {
            return refused.reason().condition().element() + " " + written(new Frame.Arrived(refused.stanza()));
        }
        if (frame instanceof Frame.Opened opened) {
            return opened.header().toString();
        }
        return new String(new StreamEncoder(Framing.WEBSOCKET).encode(frame), UTF_8);
    }
}
