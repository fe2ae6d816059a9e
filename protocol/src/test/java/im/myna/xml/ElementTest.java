package im.myna.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.xml.XmlException.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {
    private static final String ROSTER = "jabber:iq:roster";

    private final Element item = Element.of(ROSTER, "item")
            .with("jid", "nurse@example.com")
            .with(Element.of(ROSTER, "group").text("Servants"))
            .with(Element.of(ROSTER, "group").text("Friends"));

    @Test
    void whatIsBuiltIsWhatIsRead() {
        assertThat(Element.parse(item.xml())).isEqualTo(item).hasSameHashCodeAs(item);
        assertThat(item.xml())
                .isEqualTo("<item xmlns='jabber:iq:roster' jid='nurse@example.com'>"
                        + "<group>Servants</group><group>Friends</group></item>");
    }

    @Test
    void childrenAreFoundByNameInTheSameNamespaceOrInAnother() {
        var query = Element.of(ROSTER, "query").with(List.of(item, Element.of("other", "item")));
        assertThat(query.children()).hasSize(2);
        assertThat(query.children("item")).containsExactly(item);
        assertThat(query.child("item")).contains(item);
        assertThat(query.child("other", "item")).isPresent();
        assertThat(query.child("third", "item")).isEmpty();
        assertThat(item.is(ROSTER, "item")).isTrue();
        assertThat(item.is("other", "item")).isFalse();
    }

    @Test
    void anAttributeThatIsAbsentIsEmptyAndOneThatIsSetAgainIsReplaced() {
        assertThat(item.attribute("name")).isEmpty();
        assertThat(item.with("jid", "romeo@example.net").attribute("jid")).contains("romeo@example.net");
        assertThat(item.attribute("jid")).contains("nurse@example.com");
    }

    @Test
    void textIsWhatStandsDirectlyInTheElement() {
        var mixed = Element.parse("<p>Art thou <b>not</b> Romeo<![CDATA[, & a ]]>Montague?</p>");
        assertThat(mixed.text()).isEqualTo("Art thou  Romeo, & a Montague?");
        assertThat(mixed.xml()).isEqualTo("<p>Art thou <b>not</b> Romeo, &amp; a Montague?</p>");
        assertThat(Element.of("", "p").text("a").text("").text("b"))
                .isEqualTo(Element.of("", "p").text("ab"));
    }

    @Test
    void theOrderOfAttributesMeansNothingTheOrderOfNodesDoes() {
        assertThat(Element.parse("<a x='1' y='2'/>")).isEqualTo(Element.parse("<a y=\"2\" x=\"1\"></a>"));
        assertThat(Element.parse("<a><b/>c</a>")).isNotEqualTo(Element.parse("<a>c<b/></a>"));
    }

    @Test
    void namespacesAreResolvedWhateverThePrefixes() {
        var one = Element.parse("<x:a xmlns:x='urn:x' xmlns='urn:y' x:b='1'><c/><x:d/></x:a>");
        var two = Element.parse("<a xmlns='urn:x' xmlns:z='urn:x' z:b='1'><c xmlns='urn:y'/><d/></a>");
        assertThat(one).isEqualTo(two);
        assertThat(one.attributes()).isEqualTo(Map.of(new Name("urn:x", "b"), "1"));
        assertThat(Element.parse(one.xml())).isEqualTo(one);
    }

    @Test
    void anElementCanLeaveTheDefaultNamespace() {
        var outside = Element.of("urn:x", "a").with(Element.of("", "b").with(Element.of("urn:x", "c")));
        assertThat(outside.xml()).isEqualTo("<a xmlns='urn:x'><b xmlns=''><c xmlns='urn:x'/></b></a>");
        assertThat(Element.parse(outside.xml())).isEqualTo(outside);
    }

    @Test
    void aChildOfTheSameNamespaceCanBeWrittenInShort() {
        CharSequence text = "Servants";
        assertThat(Element.of(ROSTER, "item")
                        .with("group", text)
                        .child("group")
                        .orElseThrow()
                        .text())
                .isEqualTo("Servants");
    }

    @Test
    void languageIsAnAttributeOfXml() {
        var text = Element.of("urn:x", "text").lang("en");
        assertThat(text.xml()).isEqualTo("<text xmlns='urn:x' xml:lang='en'/>");
        assertThat(Element.parse(text.xml()).attribute(Name.LANG)).contains("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u0001", "\u000B", "\uFFFE", "\uFFFF", "\uD800", "\uDC00x", "a\uD83D"})
    void whatXmlCannotCarryCannotBePutIn(String text) {
        var element = Element.of("", "a");
        assertThatThrownBy(() -> element.text(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> element.with("b", text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "1a", "a b", "a>", "-a"})
    void whatIsNoNameCannotBeOne(String name) {
        assertThatThrownBy(() -> Element.of("", name)).isInstanceOf(IllegalArgumentException.class);
        var element = Element.of("", "a");
        assertThatThrownBy(() -> element.with(name, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyCharacterSurvivesTheWayThroughBytes() {
        String all = "<>&'\"\t\n\r ]]> ä ש 漢 \uFFFD \uD83D\uDE00 \uDBFF\uDFFD";
        var element = Element.of("urn:x", "größe").with("ключ", all).text(all);
        assertThat(Element.parse(element.xml())).isEqualTo(element);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<a/><b/>", "<a/>b", "a<b/>", "<a>", "<a/><", "<a/>&amp;"})
    void oneElementIsOneElement(String xml) {
        assertThatThrownBy(() -> Element.parse(xml))
                .isInstanceOfSatisfying(
                        XmlException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NOT_WELL_FORMED));
    }

    @Test
    void aLogSeesWhatItIsButNotWhatItHolds() {
        var secret = Element.of("urn:ietf:params:xml:ns:xmpp-sasl", "auth")
                .with("mechanism", "PLAIN")
                .text("AGp1bGlldA==");
        assertThat(secret.toString()).contains("auth").doesNotContain("PLAIN").doesNotContain("AGp1");
    }
}
