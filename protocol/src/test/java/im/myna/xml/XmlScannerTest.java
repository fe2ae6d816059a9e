package im.myna.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.xml.XmlException.Fault;
import im.myna.xml.XmlScanner.Event;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlScannerTest {
    private final XmlScanner scanner = new XmlScanner(2, new XmlLimits(1_000_000, 10, 10, 0));

    private void feed(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        scanner.feed(bytes, 0, bytes.length);
    }

    @Test
    void eventsComeInOrderWithTheirPlacesInTheFirstLevelElement() {
        feed("<s> <m a='1'>x<b/></m></s>");
        assertThat(scanner.next()).isEqualTo(Event.START);
        assertThat(scanner.depth()).isEqualTo(1);
        assertThat(scanner.next()).isEqualTo(Event.START);
        assertThat(scanner.tag().is("", "m")).isTrue();
        assertThat(scanner.tag().value("a")).contains("1");
        assertThat(scanner.tag().value("b")).isEmpty();
        assertThat(scanner.start()).isZero();
        assertThat(scanner.next()).isEqualTo(Event.TEXT);
        assertThat(scanner.text()).isEqualTo("x");
        assertThat(scanner.next()).isEqualTo(Event.START);
        assertThat(scanner.start()).isEqualTo(10);
        assertThat(scanner.end()).isEqualTo(14);
        assertThat(scanner.next()).isEqualTo(Event.END);
        assertThat(scanner.depth()).isEqualTo(2);
        assertThat(scanner.element(10, 14)).isEqualTo(Element.of("", "b"));
        assertThat(scanner.next()).isEqualTo(Event.END);
        assertThat(scanner.end()).isEqualTo(18);
        assertThat(scanner.next()).isEqualTo(Event.END);
        assertThat(scanner.depth()).isZero();
        assertThat(scanner.next()).isEqualTo(Event.MORE);
    }

    @Test
    void aTagKnowsItsPrefixAndWhereItsNamespacesAreDeclared() {
        feed("<s:s xmlns:s='urn:s' xmlns='urn:d'><m xmlns:p='urn:p'><p:x s:a='1' xml:lang='en'/><y p:a='1'/><z/>");
        scanner.next();
        assertThat(scanner.tag().prefix()).isEqualTo("s");
        assertThat(scanner.tag().inherited()).isEqualTo("urn:d");
        scanner.next();
        assertThat(scanner.tag().declared()).isEqualTo(1);
        scanner.next();
        assertThat(scanner.tag().name()).isEqualTo(new Name("urn:p", "x"));
        assertThat(scanner.tag().declared()).isEqualTo(2);
        assertThat(scanner.tag().reach()).isEqualTo(1);
        assertThat(scanner.tag().lang()).contains("en");
        scanner.next();
        scanner.next();
        assertThat(scanner.tag().reach()).isEqualTo(2);
        scanner.next();
        scanner.next();
        assertThat(scanner.tag().reach()).isGreaterThan(100);
        assertThat(scanner.tag().prefix()).isEmpty();
    }

    @Test
    void bytesThatDripInAreLookedAtOnce() {
        // Would take minutes if every byte made the scanner look at all bytes of its token again.
        byte[] bytes = ("<s><m a='" + "x".repeat(400_000) + "'>" + "y".repeat(400_000)).getBytes(UTF_8);
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < bytes.length; i++) {
                scanner.feed(bytes, i, 1);
                scanner.next();
            }
        });
        assertThat(scanner.depth()).isEqualTo(2);
    }

    @Test
    void namesThatNeverComeAgainLeaveNothingBehind() {
        // A parser that remembers names would grow by the bytes of each.
        feed("<s>");
        scanner.next();
        var random = new Random(1);
        var runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        for (int i = 0; i < 300_000; i++) {
            feed("<n" + Long.toHexString(random.nextLong()) + "/>");
            assertThat(scanner.next() == Event.START && scanner.next() == Event.END)
                    .isTrue();
            assertThat(scanner.next()).isEqualTo(Event.MORE);
        }
        System.gc();
        assertThat(runtime.totalMemory() - runtime.freeMemory() - before).isLessThan(20_000_000);
        assertThat(scanner.buffered()).isZero();
    }

    @Test
    void whiteSpaceBetweenElementsIsNotKept() {
        feed("<s>");
        scanner.next();
        for (int i = 0; i < 100; i++) {
            feed(" ".repeat(100_000));
            assertThat(scanner.next()).isEqualTo(Event.MORE);
            assertThat(scanner.buffered()).isZero();
        }
    }

    @Test
    void whatIsNotReadCanBeDiscarded() {
        feed("<s><a/><b/>");
        scanner.next();
        scanner.next();
        scanner.next();
        scanner.discard();
        assertThat(scanner.next()).isEqualTo(Event.MORE);
        feed("<c/>");
        assertThat(scanner.next()).isEqualTo(Event.START);
        assertThat(scanner.tag().is("", "c")).isTrue();
    }

    @Test
    void whatStandsWithinAnElementInheritsItsNamespace() {
        byte[] bytes = "..<a/>x<b xmlns=''/>..".getBytes(UTF_8);
        var within = XmlScanner.within("urn:x", bytes, 2, 20);
        assertThat(within.element()).isEqualTo(Element.of("urn:x", "a"));
        assertThat(within.next()).isEqualTo(Event.TEXT);
        assertThat(within.element()).isEqualTo(Element.of("", "b"));
        assertThat(within.next()).isEqualTo(Event.MORE);
    }

    @ParameterizedTest
    @CsvSource({
        "A, true, true",
        "_, true, true",
        ":, false, false",
        "-, false, true",
        "., false, true",
        "7, false, true",
        "\u00B7, false, true",
        "\u00C0, true, true",
        "\u00D7, false, false",
        "\u00F7, false, false",
        "\u0131, true, true",
        "\u0132, false, false",
        "\u0300, false, true",
        "\u0345, false, true",
        "\u0346, false, false",
        "\u0660, false, true",
        "\u0905, true, true",
        "\u093E, false, true",
        "\u200C, false, false",
        "\u3007, true, true",
        "\u3005, false, true",
        "\u4E00, true, true",
        "\u9FA5, true, true",
        "\u9FA6, false, false",
        "\uD7A3, true, true",
        "\uF900, false, false",
        "\uD800\uDC00, false, false"
    })
    void namesAreMadeOfTheCharactersOfEveryEdition(String character, boolean first, boolean later) {
        // XML 1.0 (fourth edition), Appendix B
        assertThat(parsed("<" + character + "/>").isPresent()).isEqualTo(first);
        assertThat(parsed("<a" + character + "/>").isPresent()).isEqualTo(later);
    }

    private static Optional<Element> parsed(String xml) {
        try {
            return Optional.of(Element.parse(xml));
        } catch (XmlException refused) {
            return Optional.empty();
        }
    }

    @Test
    void zeroStandsForTheCeilings() {
        assertThat(new XmlLimits(0, 0, 0, 0)).isEqualTo(XmlLimits.CEILING);
        var deep = "<a>".repeat(501);
        assertThatThrownBy(() -> Element.parse(deep))
                .isInstanceOfSatisfying(
                        XmlException.class, e -> assertThat(e.fault()).isEqualTo(Fault.LIMIT));
    }

    @Test
    void theDeepestElementThatIsReadCanBeComparedAndWritten() {
        var deep = Element.parse("<a>".repeat(500) + "</a>".repeat(500));
        assertThat(Element.parse(deep.xml())).isEqualTo(deep).hasSameHashCodeAs(deep);
    }
}
