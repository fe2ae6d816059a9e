package im.myna.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.myna.jid.Jid;
import im.myna.stanza.Stanza;
import im.myna.stream.Frame;
import im.myna.stream.Framing;
import im.myna.stream.StreamDecoder;
import im.myna.stream.StreamEncoder;
import im.myna.stream.StreamLimits;
import im.myna.xml.XmlWriter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a chat message costs on its way through the protocol, sockets and routing left out: microseconds for each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StanzaBenchmark {
    private static final String HEADER = "<stream:stream xmlns='jabber:client'"
            + " xmlns:stream='http://etherx.jabber.org/streams' to='im.example.com' version='1.0'>";
    private static final byte[] MESSAGE =
            ("<message to='romeo@im.example.com' id='9a5f2d3c-77b4-4f0e-9d1b-2f6c1a0e8b11'"
                            + " type='chat' xml:lang='en'><body>My ears have not yet drunk a hundred words of that tongue's"
                            + " utterance, yet I know the sound</body><active xmlns='http://jabber.org/protocol/chatstates'/>"
                            + "<request xmlns='urn:xmpp:receipts'/><origin-id xmlns='urn:xmpp:sid:0'"
                            + " id='9a5f2d3c-77b4-4f0e-9d1b-2f6c1a0e8b11'/></message>")
                    .getBytes(UTF_8);
    private static final Jid SENDER = Jid.of("juliet@im.example.com/balcony");

    private final StreamDecoder decoder = new StreamDecoder(new StreamLimits(262_144, 100, 100, 10_000));
    private final StreamEncoder encoder = new StreamEncoder(Framing.TCP);
    private final XmlWriter out = new XmlWriter();
    private final Stanza stanza;

    public StanzaBenchmark() {
        byte[] header = HEADER.getBytes(UTF_8);
        decoder.feed(header, 0, header.length);
        if (decoder.next().isEmpty()) {
            throw new IllegalStateException("no header");
        }
        stanza = decode();
    }

    /** Bytes in, checked and indexed. */
    @Benchmark
    public Stanza decode() {
        decoder.feed(MESSAGE, 0, MESSAGE.length);
        return ((Frame.Arrived) decoder.next().orElseThrow()).stanza();
    }

    /** Bytes out. */
    @Benchmark
    public int encode() {
        return encode(stanza);
    }

    /** Bytes in, "from" stamped, bytes out. */
    @Benchmark
    public int decodeStampEncode() {
        var arrived = decode();
        return encode(arrived.with(arrived.head().from(SENDER)));
    }

    private int encode(Stanza sent) {
        out.clear();
        encoder.encode(new Frame.Arrived(sent), out);
        return out.length();
    }
}
