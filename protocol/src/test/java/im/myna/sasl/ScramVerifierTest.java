package im.myna.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScramVerifierTest {
    private static final byte[] SALT = {1, 2, 3};

    @ParameterizedTest
    @EnumSource
    void itKnowsItsPasswordAndNoOther(ScramHash hash) {
        var verifier = ScramVerifier.of(hash, "secret", SALT, 4096);
        assertThat(verifier.matches("secret")).isTrue();
        for (var other : List.of("Secret", "secret ", "", "secret\0", "\u0001")) {
            assertThat(verifier.matches(other)).isFalse();
        }
    }

    @Test
    void thereIsOneForEachHashAndEachHasItsOwnSalt() {
        var all = ScramVerifier.all("secret", 4096);
        assertThat(all).extracting(ScramVerifier::hash).containsExactly("SHA-512", "SHA-256", "SHA-1");
        assertThat(all)
                .extracting(verifier -> List.of(verifier.salt()[0], verifier.salt()[1], verifier.salt()[2]))
                .doesNotHaveDuplicates();
        assertThat(all).allMatch(verifier -> verifier.matches("secret") && verifier.salt().length == 16);
    }

    @Test
    void itIsEqualToItsCopyAndShowsNoKeys() {
        var verifier = ScramVerifier.of(ScramHash.SHA_1, "secret", SALT, 4096);
        var copy = new ScramVerifier("SHA-1", verifier.salt(), 4096, verifier.storedKey(), verifier.serverKey());
        assertThat(copy).isEqualTo(verifier).hasSameHashCodeAs(verifier).hasToString("ScramVerifier[SHA-1, 4096]");
        assertThat(ScramVerifier.of(ScramHash.SHA_1, "secret2", SALT, 4096)).isNotEqualTo(verifier);
        copy.storedKey()[0]++;
        assertThat(copy).isEqualTo(verifier);
    }

    @Test
    void keysOfAnotherLengthAreNoVerifier() {
        assertThatThrownBy(() -> new ScramVerifier("SHA-1", SALT, 4096, new byte[32], new byte[20]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScramVerifier("MD5", SALT, 4096, new byte[16], new byte[16]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 4013, 3. */
    @ParameterizedTest
    @CsvSource({"I\u00ADX,IX", "user,user", "USER,USER", "\u00AA,a", "\u2168,IX"})
    void theExamplesOfSaslprepComeOut(String given, String prepared) {
        assertThat(Saslprep.prepare(given)).isEqualTo(prepared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0007",
                "\u06271",
                "a\0b",
                "\u200E",
                "\uE000",
                "\uFFFE",
                "\uFFFD",
                "\u06DD",
                "\uD800",
                "\u00AD",
                "\u0340a",
                "\u2028",
                "\uDB40\uDC01",
                "\u0627b\u0627"
            })
    void whatSaslprepProhibitsIsNoPassword(String given) {
        // U+0340 is prohibited only after normalization made no U+0300 of it, which it always does.
        if (given.startsWith("\u0340")) {
            assertThat(Saslprep.prepare(given)).isEqualTo("\u0300a");
        } else {
            assertThatThrownBy(() -> Saslprep.prepare(given)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a\u00A0b,a b",
        "a\u3000b,a b",
        "a\u200Bb,a b",
        "a\uFEFFb,ab",
        "\uFF50w,pw",
        "e\u0301,\u00E9",
        "\uD83D\uDE00,\uD83D\uDE00",
        "\u0627\u0628,\u0627\u0628"
    })
    void spacesAndFormsOfCharactersAreOne(String given, String prepared) {
        // 2.1 and 2.2
        assertThat(Saslprep.prepare(given)).isEqualTo(prepared);
    }

    @Test
    void aPasswordFitsInWhateverFormItIsTyped() {
        assertThat(ScramVerifier.of(ScramHash.SHA_256, "caf\u00E9", SALT, 4096).matches("cafe\u0301"))
                .isTrue();
    }

    @Test
    void aDecoyIsAlwaysTheSameAndLikeNoOther() {
        var decoys = new Decoys(new byte[] {42}, 10000);
        var romeo = decoys.verifier(ScramHash.SHA_256, "romeo@example.com");
        assertThat(romeo.salt()).hasSize(16);
        assertThat(romeo.iterations()).isEqualTo(10000);
        assertThat(new Decoys(new byte[] {42}, 10000).verifier(ScramHash.SHA_256, "romeo@example.com"))
                .isEqualTo(romeo);
        assertThat(new Decoys(new byte[] {43}, 10000)
                        .verifier(ScramHash.SHA_256, "romeo@example.com")
                        .salt())
                .isNotEqualTo(romeo.salt());
        assertThat(decoys.verifier(ScramHash.SHA_256, "tybalt@example.com").salt())
                .isNotEqualTo(romeo.salt());
        assertThat(decoys.verifier(ScramHash.SHA_1, "romeo@example.com").storedKey())
                .hasSize(20);
        assertThat(romeo.storedKey()).isNotEqualTo(romeo.serverKey());
        assertThat(romeo.matches("romeo@example.com")).isFalse();
    }
}
