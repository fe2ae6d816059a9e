package im.myna.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.xml.XmlException.Fault;
import im.myna.xml.XmlWriter.Context;
import org.junit.jupiter.api.Test;

class XmlWriterTest {
    private final XmlWriter out = new XmlWriter(1);

    @Test
    void valuesAndTextAreEscapedSoThatTheyComeBackUnchanged() {
        out.raw("<a")
                .attribute("b", "<>&'\"\n\t\r")
                .raw(">")
                .text("<>&'\"\n\t\r")
                .raw("</a>");
        assertThat(out.toString())
                .isEqualTo("<a b='&lt;&gt;&amp;&apos;&quot;&#10;&#9;&#13;'>&lt;&gt;&amp;'\"\n\t&#13;</a>");
    }

    @Test
    void charactersOfEverySizeBecomeUtf8() {
        String text = "aä漢\uD83D\uDE00";
        assertThat(out.text(text).toByteArray()).isEqualTo(text.getBytes(UTF_8));
        assertThat(out.length()).isEqualTo(10);
    }

    @Test
    void theBufferCanBeUsedAgain() {
        out.text("romeo").clear();
        out.text("juliet");
        assertThat(new String(out.array(), 0, out.length(), UTF_8)).isEqualTo("juliet");
    }

    @Test
    void aBufferThatBecameHugeIsNotKept() {
        out.raw(new byte[100_000], 0, 100_000);
        out.clear();
        assertThat(out.array()).hasSizeLessThan(65_536);
    }

    @Test
    void moreThanTheBoundIsRefused() {
        out.atMost(5).raw("12345");
        assertThatThrownBy(() -> out.text("6")).isInstanceOfSatisfying(XmlException.class, e -> assertThat(e.fault())
                .isEqualTo(Fault.LIMIT));
    }

    @Test
    void anElementInTheDefaultNamespaceOrUnderThePrefixInForceDeclaresNothing() {
        var context = new Context("jabber:client", "stream", "urn:streams");
        var features = Element.of("urn:streams", "features")
                .with(Element.of("urn:bind", "bind").with(Element.of("urn:streams", "x")))
                .with(Element.of("jabber:client", "y"));
        assertThat(out.element(features, context).toString())
                .isEqualTo("<stream:features><bind xmlns='urn:bind'><stream:x/></bind><y/></stream:features>");
    }

    @Test
    void anElementThatStandsAloneDeclaresItsPrefix() {
        var context = new Context("", "stream", "urn:streams");
        var features = Element.of("urn:streams", "features").with(Element.of("urn:bind", "bind"));
        assertThat(out.declaring(features, context).toString())
                .isEqualTo("<stream:features xmlns:stream='urn:streams'><bind xmlns='urn:bind'/></stream:features>");
    }

    @Test
    void prefixesAreMadeUpForAttributesOnly() {
        var element = Element.of("urn:x", "a")
                .with(new Name("urn:y", "b"), "1")
                .with(new Name("urn:z", "c"), "2")
                .with(new Name("urn:y", "d"), "3");
        assertThat(element.xml())
                .isEqualTo("<a xmlns='urn:x' xmlns:ns0='urn:y' ns0:b='1' xmlns:ns1='urn:z' ns1:c='2' ns0:d='3'/>");
        assertThat(Element.parse(element.xml())).isEqualTo(element);
    }
}
