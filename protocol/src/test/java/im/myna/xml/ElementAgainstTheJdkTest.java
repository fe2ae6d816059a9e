package im.myna.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever is fed: we accept what the XML parser of the JDK accepts, but for what RFC 6120, 11.1 forbids, and read the same. */
class ElementAgainstTheJdkTest {
    private static final Pattern EMPTY_PREFIX = Pattern.compile("[<\\s/]:");

    private static final List<String> DOCUMENTS = List.of(
            "<iq type='set' id=\"1\" xmlns='jabber:client'><q xmlns='jabber:iq:roster'><i a='b' c='d'>x</i></q></iq>",
            "<a:m xmlns:a='u:a' xmlns='u:b' xml:lang='en' a:b='1' b='2'><c a:d='&lt;&#65;'/><a:e>f<g/>h</a:e></a:m>",
            "<m><b>Romeo &amp; Juliet\r\n<![CDATA[<&>]]>]]</b><s t = 'a\tb\r\nc' /></m >",
            "<x xmlns='u'><y xmlns=''><z xmlns:p='u:p'><p:q p:r='s'></p:q></z></y><größe ä='漢'>漢</größe></x>");

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void weAgree(@ForAll("documents") byte[] document) {
        var text = new String(document, ISO_8859_1);
        // What the JDK accepts and XMPP does not: comments, processing instructions, an empty prefix (against
        // XML-NAMES, 4).
        Assume.that(!text.contains("<!-")
                && !text.contains("<?")
                && !EMPTY_PREFIX.matcher(text).find());
        assertThat(ours(document)).as(text).isEqualTo(Reference.parse(document));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatWeWriteTheJdkReads(@ForAll("valid") byte[] document) {
        var element = Element.parse(document);
        assertThat(Reference.parse(element.xml().getBytes(UTF_8))).contains(element);
        assertThat(Element.parse(element.xml())).isEqualTo(element);
    }

    @Test
    void weAgreeAboutTheCharactersOfNames() {
        for (int c = 0x80; c < 0xFFFE; c++) {
            boolean border = Characters.isNameStart(c) != Characters.isNameStart(c - 1)
                    || Characters.isName(c) != Characters.isName(c - 1);
            if (border && !Character.isSurrogate((char) c)) {
                agree("<" + (char) (c - 1) + "/>");
                agree("<" + (char) c + "/>");
                agree("<a" + (char) (c - 1) + "/>");
                agree("<a" + (char) c + "/>");
            }
        }
    }

    private static void agree(String document) {
        byte[] bytes = document.getBytes(UTF_8);
        assertThat(ours(bytes)).as(document).isEqualTo(Reference.parse(bytes));
    }

    private static Optional<Element> ours(byte[] document) {
        try {
            return Optional.of(Element.parse(document));
        } catch (XmlException refused) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<byte[]> valid() {
        return documents().filter(100_000, document -> ours(document).isPresent());
    }

    @Provide
    Arbitrary<byte[]> documents() {
        return Arbitraries.of(DOCUMENTS)
                .flatMap(text -> Mutation.some().map(mutations -> Mutation.apply(text.getBytes(UTF_8), mutations)));
    }
}
