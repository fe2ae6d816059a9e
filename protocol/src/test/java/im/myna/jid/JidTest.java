package im.myna.jid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Shows("RFC 7622")
class JidTest {
    private static final String LONGEST = "a".repeat(1023);

    /** RFC 7622, 3.5, table 1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "juliet@example.com",
                "juliet@example.com/foo",
                "juliet@example.com/foo bar",
                "juliet@example.com/foo@bar",
                "foo\\20bar@example.com",
                "fussball@example.com",
                "fu\u00DFball@example.com",
                "\u03C0@example.com",
                "\u03C3@example.com/foo",
                "\u03C2@example.com/foo",
                "king@example.com/\u265A",
                "example.com",
                "example.com/foobar",
                "a.example.com/b@example.net",
            })
    void theStandardsExamplesAreAddressesAndStayAsTheyAre(String text) {
        assertThat(Jid.of(text)).hasToString(text);
    }

    /** RFC 7622, 3.5, table 2. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"juliet\"@example.com",
                "foo bar@example.com",
                "@example.com/",
                "henry\u2163@example.com",
                "\u265A@example.com",
                "juliet@",
                "/foobar",
            })
    void theStandardsCounterexamplesAreRefused(String text) {
        assertThatThrownBy(() -> Jid.of(text)).isInstanceOf(MalformedJidException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 3.1: first the slash, then the at
                "a.example.com/b@example.net||a.example.com|b@example.net",
                "a@b.example/c/d@e|a|b.example|c/d@e",
                "a@b.example|a|b.example|",
                "b.example||b.example|",
            })
    void theSeparatorsAreFoundFromTheLeft(String text, String local, String domain, String resource) {
        var jid = Jid.of(text);
        assertThat(jid.local()).isEqualTo(local == null ? "" : local);
        assertThat(jid.domain()).isEqualTo(domain);
        assertThat(jid.resource()).isEqualTo(resource == null ? "" : resource);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "@", "@/", "a@b/", "a@/c", "@b", "b/", "a@b@c", "@b/c"})
    void aPartThatIsThereIsNotEmpty(String text) {
        assertThatThrownBy(() -> Jid.of(text)).isInstanceOf(MalformedJidException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"", "&", "'", ":", "<", ">", " ", "\u007F", "\u0000", "\t", "\uFF20", "\uFF06", "\u3000", "\uD800"
            })
    void theLocalpartHasNoneOfTheForbiddenCharactersNotEvenByMapping(String character) {
        // 3.3.1
        assertThatThrownBy(() -> Jid.of("a" + character + "b", "example.com", ""))
                .isInstanceOf(MalformedJidException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Juliet,juliet",
        "\u03A3,\u03C3",
        "\uFF21\uFF42,ab",
        "A\u030A,\u00E5",
        "\u00C9,\u00E9",
        "foo\\20BAR,foo\\20bar"
    })
    void theLocalpartIsCaseMappedAndComposedAndItsEscapesAreLeftAlone(String given, String prepared) {
        // 3.3.1, RFC 8265, 3.3
        assertThat(Jid.of(given, "example.com", "").local()).isEqualTo(prepared);
    }

    @Test
    void theResourcepartKeepsItsCaseAndItsSpaces() {
        // 3.4.1, RFC 8265, 4.2: other spaces become the common one, nothing is trimmed.
        assertThat(Jid.of("a@b.example/ Foo\u3000Bar ").resource()).isEqualTo(" Foo Bar ");
        assertThat(Jid.of("a@b.example/A\u030A").resource()).isEqualTo("\u00C5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\nb", "\u007F", "\uDC00", "\u0378"})
    void theResourcepartHasNoControlCharacters(String resource) {
        assertThatThrownBy(() -> Jid.of("a", "b.example", resource)).isInstanceOf(MalformedJidException.class);
    }

    @Test
    void everyPartHasAtMost1023Bytes() {
        assertThat(Jid.of(LONGEST, "b.example", LONGEST).local()).hasSize(1023);
        assertThatThrownBy(() -> Jid.of(LONGEST + "a", "b.example", "")).isInstanceOf(MalformedJidException.class);
        assertThatThrownBy(() -> Jid.of("", "b.example", LONGEST + "a")).isInstanceOf(MalformedJidException.class);
        // Bytes, not characters.
        assertThat(Jid.of("\u00E9".repeat(511), "b.example", "").local()).hasSize(511);
        assertThatThrownBy(() -> Jid.of("\u00E9".repeat(512), "b.example", ""))
                .isInstanceOf(MalformedJidException.class);
        assertThat(Jid.of("", "b.example", "\u20AC".repeat(341)).resource()).hasSize(341);
        assertThatThrownBy(() -> Jid.of("", "b.example", "\u20AC".repeat(342)))
                .isInstanceOf(MalformedJidException.class);
        assertThat(Jid.of("", "a.".repeat(511) + "b", "").domain()).hasSize(1023);
        assertThatThrownBy(() -> Jid.of("", "a.".repeat(512) + "b", "")).isInstanceOf(MalformedJidException.class);
        assertThatThrownBy(() -> Jid.of("\u00E9".repeat(1_000_000), "b.example", ""))
                .isInstanceOf(MalformedJidException.class);
    }

    @Test
    void noneIsNobody() {
        assertThat(Jid.NONE.isNone()).isTrue();
        assertThat(Jid.NONE).hasToString("").isNotEqualTo(Jid.of("b.example"));
        assertThatThrownBy(() -> Jid.of("", "", "")).isInstanceOf(MalformedJidException.class);
    }

    @Test
    void partsCanBeTakenAwayAndAdded() {
        var full = Jid.of("Juliet@Im.Example.com/Balcony");
        assertThat(full).hasToString("juliet@im.example.com/Balcony");
        assertThat(full.isFull()).isTrue();
        assertThat(full.bare())
                .isEqualTo(Jid.of("juliet@im.example.com"))
                .hasSameHashCodeAs(Jid.of("juliet@im.example.com"));
        assertThat(full.bare().isBare()).isTrue();
        assertThat(full.bare().bare()).isSameAs(full.bare());
        assertThat(full.bare().withResource("Balcony")).isEqualTo(full);
        assertThat(full.isDomain()).isFalse();
        assertThat(Jid.of("im.example.com").isDomain()).isTrue();
        assertThat(Jid.of("im.example.com/x").isDomain()).isFalse();
        assertThatThrownBy(() -> full.withResource("")).isInstanceOf(MalformedJidException.class);
    }

    @Test
    void theRefusalSaysWhichPartAndWhy() {
        assertThatThrownBy(() -> Jid.of("a b@x")).hasMessageContaining("localpart");
        assertThatThrownBy(() -> Jid.of("a@x_y")).hasMessageContaining("domainpart");
        assertThatThrownBy(() -> Jid.of("a@x/\u0000")).hasMessageContaining("resourcepart");
    }
}
