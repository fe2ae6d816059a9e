package im.myna.benchmark.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final String TO = "juliet@im.example.com/balcony";

    @Test
    void aMessageIsAsLongAsItWasAskedFor() {
        assertThat(Template.message(7, TO, 388).length()).isEqualTo(388);
        assertThat(Template.message(7, TO, 2000).length()).isEqualTo(2000);
    }

    @Test
    void aMessageThatCannotBeSoShortIsAsShortAsItCanBe() {
        assertThat(Template.message(7, TO, 1).length()).isBetween(200, 388);
    }

    @Test
    void aMessageIsWellFormedAndGoesToTheReceiver() throws Exception {
        var message = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Template.message(7, TO, 388).numbered(3)))
                .getDocumentElement();
        assertThat(message.getTagName()).isEqualTo("message");
        assertThat(message.getAttribute("to")).isEqualTo(TO);
        assertThat(message.getElementsByTagName("body").item(0).getTextContent())
                .startsWith("#00000007.00000003 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 0xABCDEF, Integer.MAX_VALUE})
    void theNumberIsFoundAgain(int number) {
        var bytes = Template.message(99_999, TO, 388).numbered(number);
        long mark = Mark.find(bytes, 0, bytes.length);
        assertThat(Mark.sender(mark)).isEqualTo(99_999);
        assertThat(Mark.number(mark)).isEqualTo(number);
    }

    @Test
    void aPresenceCarriesItsNumberToo() {
        var bytes = Template.presence(1).numbered(2);
        assertThat(Mark.number(Mark.find(bytes, 0, bytes.length))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<message><body>hello</body></message>",
                "<message><body>number #00000001.00000002</body></message>",
                "<message><body>#0000</body></message>",
                "<c node='https://example.com/#00000001.00000002'/>",
                ""
            })
    void whatHasNoMarkHasNone(String xml) {
        var bytes = xml.getBytes(StandardCharsets.UTF_8);
        assertThat(Mark.find(bytes, 0, bytes.length)).isEqualTo(Mark.NONE);
    }
}
