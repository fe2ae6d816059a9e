package im.myna.jid;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.specification.Shows;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;

@Shows("RFC 7622")
class JidPropertiesTest {
    private static Optional<Jid> address(String text) {
        try {
            return Optional.of(Jid.of(text));
        } catch (MalformedJidException e) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        var plain =
                Arbitraries.strings().withChars("aZ0@/.-\\ '_:&\u00E9\u00DF").ofMaxLength(12);
        var any = Arbitraries.strings().all().ofMaxLength(6);
        var labels = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars('-')
                .ofMaxLength(8)
                .map(s -> "xn--" + s);
        return Arbitraries.oneOf(plain, any, labels);
    }

    @Property(tries = 20_000)
    void everyTextIsRefusedOrPreparedForGood(@ForAll("texts") String text) {
        address(text).ifPresent(jid -> {
            var again = Jid.of(jid.toString());
            assertThat(again).isEqualTo(jid).hasSameHashCodeAs(jid).hasToString(jid.toString());
            assertThat(again.local()).isEqualTo(jid.local());
            assertThat(again.domain()).isEqualTo(jid.domain());
            assertThat(again.resource()).isEqualTo(jid.resource());
        });
    }

    @Property(tries = 20_000)
    void whateverAPartIsMadeOfTheAddressReadsBack(@ForAll("texts") String local, @ForAll("texts") String resource) {
        try {
            var jid = Jid.of(local, "example.com", resource);
            assertThat(Jid.of(jid.toString())).isEqualTo(jid);
            assertThat(jid.local().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(1023);
            assertThat(jid.bare()).isEqualTo(Jid.of(jid.local(), "example.com", ""));
        } catch (MalformedJidException e) {
            assertThat(e).hasMessageMatching("(?s).*(local|resource)part.*");
        }
    }

    @Property(tries = 1000)
    void caseDoesNotMatterButInTheResource(@ForAll @AlphaChars @NotEmpty String name) {
        Assume.that(name.length() < 60);
        var upper = name.toUpperCase(java.util.Locale.ROOT);
        assertThat(Jid.of(name + "@" + name)).isEqualTo(Jid.of(upper + "@" + upper));
        assertThat(Jid.of("a@b/" + name).resource()).isEqualTo(name);
    }

    @Property(tries = 5000)
    void whatTheShortWayLetsThroughTheLongWayDoesNotChange(@ForAll("asciis") String text) {
        for (var part : Part.values()) {
            if (!text.isEmpty() && part.isPrepared(text)) {
                assertThat(part.map(text)).isEqualTo(text);
            }
        }
    }

    @Provide
    Arbitrary<String> asciis() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(4),
                Arbitraries.strings().withChars("ab0-.x").ofMaxLength(70));
    }
}
