package im.myna.jid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.specification.Shows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7622, 3.2. */
@Shows("RFC 7622")
class DomainNameTest {
    @ParameterizedTest
    @CsvSource({
        "Example.COM, example.com",
        "example.com., example.com",
        "EXAMPLE.com., example.com",
        "localhost, localhost",
        "127.0.0.1, 127.0.0.1",
        "[::1], [::1]",
        "[2001:DB8::A], [2001:db8::a]",
        "[::ffff:192.0.2.1], [::ffff:192.0.2.1]",
        "M\u00DCNCHEN.example, m\u00FCnchen.example",
        "mu\u0308nchen.example, m\u00FCnchen.example",
        "xn--mnchen-3ya.example, m\u00FCnchen.example",
        "XN--MNCHEN-3YA.example, m\u00FCnchen.example",
        "xn--strae-oqa.example, stra\u00DFe.example",
        "stra\u00DFe.example, stra\u00DFe.example",
        "\u4F8B\u3048\u3002\u30C6\u30B9\u30C8, \u4F8B\u3048.\u30C6\u30B9\u30C8",
        "\uFF45\uFF58\uFF41\uFF0E\uFF43\uFF4F\uFF4D, exa.com",
        "xn--r8jz45g.xn--zckzah, \u4F8B\u3048.\u30C6\u30B9\u30C8",
        "xn--mgbh0fb.xn--kgbechtv, \u0645\u062B\u0627\u0644.\u0625\u062E\u062A\u0628\u0627\u0631",
    })
    void aNameHasOneForm(String given, String prepared) {
        assertThat(Jid.of(given).domain()).isEqualTo(prepared);
        assertThat(Jid.of(prepared).domain()).isEqualTo(prepared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                ".example",
                "a..example",
                "example..",
                "-a.example",
                "a-.example",
                "a_b.example",
                "a b.example",
                "a,b",
                "a:5222",
                "ab--c.example",
                "\u2603.net",
                "\u0301a.example",
                "-\u00E9.example",
                "\u00E9-.example",
                "\u00E9_.example",
                "ab--\u00E9.example",
                "xn--",
                "xn--a.example",
                "xn--abc-.example",
                "xn--\u00E9.example",
                "xn--99999999999.example",
                "xn--Mnchen-3yb3\u00E9",
                "[::1",
                "[]",
                "[::1]x",
                "[fe80::1%eth0]",
                "[1.2.3.4]",
                "[:::]",
                "[xyz::]",
                "\u0627b.example",
                "a\uFF20b.example",
                "a\uFF0Fb.example",
            })
    void whatIsNoNameIsRefused(String given) {
        assertThatThrownBy(() -> Jid.of("", given, "")).isInstanceOf(MalformedJidException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A", "\u00E9"})
    void aLabelHasAtMost63CharactersInItsAsciiForm(String letter) {
        var suffix = letter.equals("\u00E9") ? "a".repeat(54) : "a".repeat(62);
        assertThat(Jid.of("", letter + suffix + ".example", "")).isNotNull();
        assertThatThrownBy(() -> Jid.of("", letter + suffix + "aa.example", ""))
                .isInstanceOf(MalformedJidException.class);
    }

    /** RFC 3492, 7.1. */
    @ParameterizedTest
    @CsvSource({
        "egbpdaj6bu4bxfgehfvwxn, \u0644\u064A\u0647\u0645\u0627\u0628\u062A\u0643\u0644\u0645\u0648\u0634\u0639\u0631\u0628\u064A\u061F",
        "ihqwcrb4cv8a8dqg056pqjye, \u4ED6\u4EEC\u4E3A\u4EC0\u4E48\u4E0D\u8BF4\u4E2D\u6587",
        "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa,"
                + "\u306A\u305C\u307F\u3093\u306A\u65E5\u672C\u8A9E\u3092\u8A71\u3057\u3066\u304F\u308C\u306A\u3044\u306E\u304B",
        "b1abfaaepdrnnbgefbadotcwatmq2g4l,"
                + "\u043F\u043E\u0447\u0435\u043C\u0443\u0436\u0435\u043E\u043D\u0438\u043D\u0435\u0433\u043E\u0432\u043E\u0440\u044F"
                + "\u0442\u043F\u043E\u0440\u0443\u0441\u0441\u043A\u0438",
        "3b-ww4c5e180e575a65lsy2b, 3\u5E74b\u7D44\u91D1\u516B\u5148\u751F",
        "d9juau41awczczp, \u305D\u306E\u30B9\u30D4\u30FC\u30C9\u3067",
    })
    void punycodeIsReadAndWrittenAsTheStandardsExamplesShow(String ascii, String unicode) {
        assertThat(Punycode.encode(unicode)).isEqualTo(ascii);
        assertThat(Punycode.decode(ascii)).isEqualTo(unicode);
    }
}
