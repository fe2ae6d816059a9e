package im.myna.benchmark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScramTest {
    private static final Account USER = new Account("user", "pencil", "orchard");

    private final ScramKeys known = new ScramKeys();

    /** RFC 5802, section 5. */
    @Test
    void theExampleOfTheStandardWithSha1() {
        var scram = new Scram(USER, Mechanism.SCRAM_SHA_1, known, "fyko+d2lbbFgONRv9qkxdawL");
        assertThat(scram.first()).isEqualTo("n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL");
        assertThat(scram.last("r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096"))
                .isEqualTo("c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=");
        assertThat(scram.accepts("v=rmF9pqV8S7suAoZWja4dJRkFsKQ=")).isTrue();
        assertThat(scram.accepts("v=AAAAAAAAAAAAAAAAAAAAAAAAAAA=")).isFalse();
    }

    /** RFC 7677, section 3. */
    @Test
    void theExampleOfTheStandardWithSha256() {
        var scram = new Scram(USER, Mechanism.SCRAM_SHA_256, known, "rOprNGfwEbeRWgbNEkqO");
        assertThat(scram.last("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"))
                .isEqualTo(
                        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        assertThat(scram.accepts("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="))
                .isTrue();
    }

    /** RFC 5802, section 5.1: the server's nonce begins with the client's. */
    @Test
    void aChallengeForSomebodyElseIsRefused() {
        var scram = new Scram(USER, Mechanism.SCRAM_SHA_1, known, "mine");
        assertThatThrownBy(() -> scram.last("r=other,s=QSXCR+Q6sek8bf92,i=4096"))
                .hasMessageContaining("challenge");
    }

    @Test
    void aPasswordIsStretchedOnceAsLongAsTheServerKeepsItsSalt() {
        var stretched = new AtomicInteger();
        for (var salt : new String[] {"a", "a", "a", "b"}) {
            known.of(USER, Mechanism.SCRAM_SHA_1, salt, 4096, (same, iterations) -> {
                stretched.incrementAndGet();
                return new Scram.Keys(same, iterations, new byte[0], new byte[0]);
            });
        }
        assertThat(stretched).hasValue(2);
    }

    @Test
    void namesThatWouldHaveToBeEscapedAreRefused() {
        assertThatThrownBy(() -> new Account("o'neill", "secret", "home")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Account("user", "a=b", "home")).isInstanceOf(IllegalArgumentException.class);
    }
}
