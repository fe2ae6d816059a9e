package im.myna.benchmark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitterTest {
    private static final List<String> CHILDREN = List.of(
            "<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms></stream:features>",
            "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
            "<message from=\"a>b\" id='it is \"quoted\"'><body>3 > 2</body><x><x a='/>'/></x></message>",
            "<presence/>",
            "<message><body>naïve ☃</body></message>");

    private static final String TRANSCRIPT =
            "<?xml version='1.0'?><stream:stream xmlns='jabber:client' from='im.example.com'>"
                    + CHILDREN.get(0) + "\n " + CHILDREN.get(1)
                    + "<?xml version='1.0'?>\n<stream:stream xmlns='jabber:client'>"
                    + CHILDREN.get(2) + CHILDREN.get(3) + " " + CHILDREN.get(4) + "</stream:stream>";

    private final List<String> found = new ArrayList<>();
    private final Splitter splitter = new Splitter(new Splitter.Scratch());
    private final Splitter.Sink sink = new Splitter.Sink() {
        @Override
        public void element(byte[] bytes, int from, int to) {
            found.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void ended() {
            found.add("end");
        }
    };

    @Test
    void childrenAreCutWhereTheyBeginAndEnd() {
        feed(TRANSCRIPT.getBytes(StandardCharsets.UTF_8));
        assertThat(found)
                .startsWith(CHILDREN.toArray(String[]::new))
                .endsWith("end")
                .hasSize(CHILDREN.size() + 1);
    }

    @Test
    void itDoesNotMatterHowTheNetworkCutsThem() {
        var bytes = TRANSCRIPT.getBytes(StandardCharsets.UTF_8);
        for (int cut = 1; cut < bytes.length; cut++) {
            found.clear();
            feed(java.util.Arrays.copyOf(bytes, cut));
            feed(java.util.Arrays.copyOfRange(bytes, cut, bytes.length));
            assertThat(found)
                    .as("cut at " + cut)
                    .startsWith(CHILDREN.toArray(String[]::new))
                    .endsWith("end");
        }
    }

    @Test
    void byteByByteIsTheSame() {
        for (byte each : TRANSCRIPT.getBytes(StandardCharsets.UTF_8)) {
            feed(new byte[] {each});
        }
        assertThat(found).startsWith(CHILDREN.toArray(String[]::new)).endsWith("end");
    }

    @Test
    void whatHasNoEndIsGivenUp() {
        var text = "<message><body>".getBytes(StandardCharsets.UTF_8);
        feed(text);
        var much = new byte[1 << 18];
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 5; i++) {
                        feed(much);
                    }
                })
                .hasMessageContaining("more than");
    }

    private void feed(byte[] bytes) {
        splitter.feed(Unpooled.wrappedBuffer(bytes), sink);
    }
}
