package im.myna.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.jid.Jid;
import im.myna.specification.Shows;
import im.myna.stanza.StanzaException;
import im.myna.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XEP-0004. */
@Shows("XEP-0004")
class FormTest {
    private static final Form BOT = Form.asking(
            "jabber:bot",
            "A bot",
            "Fill out this form.",
            Field.of("name", FieldType.TEXT_SINGLE, "Its name").mandatory(),
            Field.of("words", FieldType.TEXT_MULTI, "What it says"),
            Field.of("public", FieldType.BOOLEAN, "Whether all may see it").text("0"),
            Field.of("size", FieldType.LIST_SINGLE, "How large")
                    .option("s", "Small")
                    .option("l", "Large"),
            Field.of("owner", FieldType.JID_SINGLE, "Whose it is"),
            Field.of("friends", FieldType.JID_MULTI, "Whom it talks to"));

    private static Element submitted(String... fields) {
        return Element.parse("<x xmlns='jabber:x:data' type='submit'>" + String.join("", fields) + "</x>");
    }

    private static String field(String var, String... values) {
        var text = new StringBuilder("<field var='" + var + "'>");
        for (var value : values) {
            text.append("<value>").append(value).append("</value>");
        }
        return text.append("</field>").toString();
    }

    /** 3.1 to 3.3; XEP-0068, 3. */
    @Test
    void aFormSaysWhatIsAsked() {
        var form = Form.asking(
                "jabber:bot",
                "A bot",
                "Fill out this form.",
                Field.of("size", FieldType.LIST_SINGLE, "How large")
                        .mandatory()
                        .text("s")
                        .option("s", "Small")
                        .option("l", "Large"));
        assertThat(form.element())
                .isEqualTo(Element.parse("<x xmlns='jabber:x:data' type='form'><title>A bot</title>"
                        + "<instructions>Fill out this form.</instructions>"
                        + "<field var='FORM_TYPE' type='hidden'><value>jabber:bot</value></field>"
                        + "<field var='size' type='list-single' label='How large'><required/><value>s</value>"
                        + "<option label='Small'><value>s</value></option>"
                        + "<option label='Large'><value>l</value></option></field></x>"));
    }

    /** 3.1: of type "result". */
    @Test
    void aResultSaysWhatIs() {
        var result = Form.telling(
                "jabber:bot", Field.of("n", FieldType.TEXT_SINGLE, "").text("3"));
        assertThat(result.element())
                .isEqualTo(Element.parse("<x xmlns='jabber:x:data' type='result'>"
                        + "<field var='FORM_TYPE' type='hidden'><value>jabber:bot</value></field>"
                        + "<field var='n' type='text-single'><value>3</value></field></x>"));
    }

    @Test
    void anAnswerIsRead() {
        var answers = BOT.read(submitted(
                field("FORM_TYPE", "jabber:bot"),
                field("name", " Hal "),
                field("words", "Good morning,", "", "Dave"),
                field("public", "true"),
                field("size", "l"),
                field("owner", "Dave@IM.example.com"),
                field("friends", "", "frank@im.example.com", "dave@im.example.com", "frank@im.example.com"),
                field("unknown", "passed over")));
        assertThat(answers.text("name")).isEqualTo("Hal");
        assertThat(answers.text("words")).isEqualTo("Good morning,\n\nDave");
        assertThat(answers.ticked("public")).isTrue();
        assertThat(answers.text("size")).isEqualTo("l");
        assertThat(answers.jid("owner")).isEqualTo(Jid.of("dave@im.example.com"));
        assertThat(answers.jids("friends"))
                .containsExactly(Jid.of("frank@im.example.com"), Jid.of("dave@im.example.com"));
        assertThat(answers.toString()).doesNotContain("Hal");
    }

    @Test
    void whatWasNotSaidIsEmpty() {
        var answers = BOT.read(submitted(field("name", "Hal")));
        assertThat(answers.text("words")).isEmpty();
        assertThat(answers.ticked("public")).isFalse();
        assertThat(answers.jids("friends")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "name,'  ',missing",
        "public,maybe,chosen",
        "size,xl,chosen",
        "owner,@nobody,address",
        "friends,a@b@c/,address",
        "FORM_TYPE,jabber:other,not asked"
    })
    void whatCannotBeMeantIsRefused(String var, String value, String reason) {
        var form =
                var.equals("name") ? submitted(field(var, value)) : submitted(field("name", "Hal"), field(var, value));
        assertThatThrownBy(() -> BOT.read(form))
                .isInstanceOf(StanzaException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void twoValuesInAFieldForOneAreRefused() {
        var form = submitted(field("name", "Hal", "Sal"));
        assertThatThrownBy(() -> BOT.read(form)).hasMessageContaining("one value");
    }
}
