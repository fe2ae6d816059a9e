package im.myna.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.stanza.Stanza;
import im.myna.xml.Mutation;
import im.myna.xml.Reference;
import im.myna.xml.XmlWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes, in whatever pieces: frames or a StreamException, nothing else, and no more kept than promised. */
class StreamDecoderFuzzTest {
    private static final StreamLimits LIMITS = new StreamLimits(400, 8, 6, 30);
    private static final StreamLimits UNLIMITED = new StreamLimits(0, 0, 0, 0);
    private static final List<String> TRANSCRIPTS = List.of(
            "<?xml version='1.0'?>" + Transcript.HEADER
                    + "<message to='a@b/c' id='1' xml:lang='en'><body>x &amp; y</body>"
                    + "<a:b xmlns:a='c' a:d='e'><a:f/><g/></a:b></message> <presence/></stream:stream>",
            "<stream:stream xmlns='jabber:client' xmlns:c='jabber:client' xmlns:d='u:d'"
                    + " xmlns:stream='http://etherx.jabber.org/streams'><c:iq xmlns='u:e' type='get'><d:q><x xmlns=''/><c:y/></d:q>"
                    + "<z/><c:body d:h='i'/></c:iq><stream:error><reset xmlns='u:f'/></stream:error>",
            "<stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams' xmlns:db='u:d'>"
                    + "<message to='ä@漢'><body><![CDATA[<&>]]>\uD83D\uDE00</body><f xmlns='u:g'><body xmlns='jabber:server'/></f>"
                    + "</message><db:result>x</db:result>");

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void piecesMakeNoDifference(@ForAll("transcripts") byte[] transcript, @ForAll long seed) {
        var whole = decode(transcript, new Random(seed), 10_000);
        assertThat(decode(transcript, new Random(seed), 20))
                .usingElementComparator(Comparator.comparing(Transcript::written))
                .isEqualTo(whole);
    }

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    void whatIsHandedOverComesBackTheSame(@ForAll("transcripts") byte[] transcript) {
        var content = Stanza.NS;
        for (var frame : decode(transcript, new Random(0), 100)) {
            if (frame instanceof Frame.Opened opened) {
                content = opened.header().content();
            } else if (frame instanceof Frame.Arrived arrived) {
                comesBack(arrived, content);
                standsAlone(arrived);
            } else if (frame instanceof Frame.Nonza) {
                comesBack(frame, content);
            }
        }
    }

    private static void comesBack(Frame frame, String content) {
        var tcp = new XmlWriter();
        var encoder = new StreamEncoder(Framing.TCP);
        encoder.encode(new Frame.Opened(new StreamHeader("", "", "", "", "", content)), tcp);
        encoder.encode(frame, tcp);
        var frames = decode(tcp.toByteArray(), new Random(0), 50, UNLIMITED);
        assertThat(frames).hasSize(2).last().isEqualTo(frame);
    }

    private static void standsAlone(Frame.Arrived arrived) {
        var alone = new StreamEncoder(Framing.WEBSOCKET).encode(arrived);
        assertThat(new FramingDecoder(UNLIMITED).decode(alone)).isEqualTo(arrived);
        var reference = Reference.parse(alone).orElseThrow();
        assertThat(reference.children()).isEqualTo(arrived.stanza().payload().all());
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void randomBytesMakeFramesOrAStreamException(@ForAll byte[] bytes, @ForAll long seed) {
        decode(bytes, new Random(seed), 8);
        var behindHeader = new ByteArrayOutputStream();
        behindHeader.writeBytes(Transcript.HEADER.getBytes(UTF_8));
        behindHeader.writeBytes(bytes);
        decode(behindHeader.toByteArray(), new Random(seed), 8);
    }

    private static List<Frame> decode(byte[] bytes, Random random, int most) {
        return decode(bytes, random, most, LIMITS);
    }

    /** The frames; the condition at the end, if any, as an error that came. */
    private static List<Frame> decode(byte[] bytes, Random random, int most, StreamLimits limits) {
        var frames = new ArrayList<Frame>();
        var decoder = new StreamDecoder(limits);
        try {
            for (int at = 0; at < bytes.length; ) {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(most));
                decoder.feed(bytes, at, length);
                at += length;
                for (var frame = decoder.next(); frame.isPresent(); frame = decoder.next()) {
                    frames.add(frame.get());
                }
                assertThat(decoder.buffered()).isLessThanOrEqualTo(limits.xml().bytes());
            }
        } catch (StreamException reason) {
            frames.add(new Frame.Nonza(reason.element()));
        }
        return frames;
    }

    @Provide
    Arbitrary<byte[]> transcripts() {
        return Arbitraries.of(TRANSCRIPTS)
                .flatMap(text -> Mutation.some().map(mutations -> Mutation.apply(text.getBytes(UTF_8), mutations)));
    }
}
