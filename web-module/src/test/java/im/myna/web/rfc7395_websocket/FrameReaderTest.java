package im.myna.web.rfc7395_websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6455, section 5. */
class FrameReaderTest implements FrameReader.Receiver {
    private final List<String> heard = new ArrayList<>();
    private final FrameReader reader = new FrameReader(() -> 100, this);

    @Override
    public void message(byte[] text) {
        heard.add("message " + new String(text, UTF_8));
    }

    @Override
    public void ping(byte[] data) {
        heard.add("ping " + new String(data, UTF_8));
    }

    @Override
    public void pong() {
        heard.add("pong");
    }

    @Override
    public void close(int code) {
        heard.add("close " + code);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private void read(String hex) {
        reader.read(ByteBuffer.wrap(bytes(hex)));
    }

    /** 5.7, "A single-frame masked text message". */
    @Test
    void theStandardsExampleIsHello() {
        read("81 85 37 fa 21 3d 7f 9f 4d 51 58");
        assertThat(heard).containsExactly("message Hello");
    }

    @Test
    void framesMayComeByteByByteAndSeveralAtOnce() {
        var stream = bytes(
                "01 82 00000000 4865 89 81 00000000 21 00 80 00000000 80 83 00000000 6c6c6f 8a 80 00000000 88 82 00000000 03e8");
        var all = List.of("ping !", "message Hello", "pong", "close 1000");
        for (var one : stream) {
            reader.read(ByteBuffer.wrap(new byte[] {one}));
        }
        assertThat(heard).isEqualTo(all);
        heard.clear();
        reader.read(ByteBuffer.wrap(stream));
        assertThat(heard).isEqualTo(all);
    }

    @Test
    void aCloseFrameWithoutACodeHasNone() {
        read("88 80 00000000");
        assertThat(heard).containsExactly("close 1005");
    }

    @ParameterizedTest
    @CsvSource({
        "1002, 81 00",
        "1002, c1 80",
        "1002, a1 80",
        "1002, 91 80",
        "1002, 83 80",
        "1002, 8b 80",
        "1002, 80 80",
        "1002, 09 80",
        "1002, 89 fe",
        "1002, 01 80 00000000 01 80",
        "1002, 88 81 00000000 03",
        "1002, 88 82 00000000 03ed",
        "1002, 88 82 00000000 0000",
        "1002, 81 ff 8000000000000000 00000000",
        "1003, 82 80",
        "1009, 81 fe 0065 00000000",
        "1009, 81 ff 7fffffffffffffff 00000000"
    })
    void whatIsNoFrameIsRefusedAsSoonAsThatCanBeSeen(int code, String hex) {
        assertThatThrownBy(() -> read(hex)).isInstanceOfSatisfying(FramingException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    void theBudgetIsThatOfTheMessage() {
        read("01 be 00000000" + "61".repeat(62));
        assertThatThrownBy(() -> read("80 a7 00000000" + "61".repeat(39)))
                .isInstanceOfSatisfying(
                        FramingException.class, e -> assertThat(e.code()).isEqualTo(1009));
    }

    @Test
    void emptyFragmentsUseItUpToo() {
        read("01 80 00000000");
        assertThatThrownBy(() -> read("00 80 00000000".repeat(20))).isInstanceOf(FramingException.class);
    }

    @Test
    void eachMessageHasABudgetOfItsOwn() {
        for (int i = 0; i < 5; i++) {
            read("81 be 00000000" + "61".repeat(62));
        }
        assertThat(heard).hasSize(5);
    }

    /** 5.2. */
    @ParameterizedTest
    @CsvSource({"0, 8100", "125, 817d", "126, 817e007e", "65535, 817effff", "65536, 817f0000000000010000"})
    void aFrameOfOursSaysItsLength(int length, String header) {
        var frame = new FrameWriter().frame(FrameReader.TEXT, new byte[length]).toByteArray();
        assertThat(HexFormat.of().formatHex(frame)).startsWith(header).hasSize(header.length() + 2 * length);
    }

    @Test
    void aCloseFrameOfOursSaysItsCode() {
        assertThat(HexFormat.of().formatHex(new FrameWriter().close(1009).toByteArray()))
                .isEqualTo("880203f1");
    }
}
