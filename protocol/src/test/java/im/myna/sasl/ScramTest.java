package im.myna.sasl;

import static im.myna.sasl.SaslCondition.MALFORMED_REQUEST;
import static im.myna.sasl.SaslCondition.NOT_AUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.specification.Shows;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Shows({"RFC 5802", "RFC 7677"})
class ScramTest {
    private static final byte[] SALT = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");
    private static final byte[] CHANNEL = {1, 2, 3, 4};
    private static final Map<String, byte[]> UNBOUND = Map.of();
    private static final Map<String, byte[]> BOUND =
            Map.of("tls-exporter", CHANNEL, "tls-server-end-point", new byte[] {9, 9});
    private static final ScramVerifier PENCIL = ScramVerifier.of(ScramHash.SHA_256, "pencil", SALT, 4096);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static ScramRequest request(String first) {
        return ScramRequest.parse(Mechanism.SCRAM_SHA_256, UNBOUND, bytes(first));
    }

    private static SaslCondition refusal(ThrowingCallable action) {
        return catchThrowableOfType(SaslException.class, action).condition();
    }

    /** RFC 5802, 5, and RFC 7677, 3. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SCRAM_SHA_1|QSXCR+Q6sek8bf92|fyko+d2lbbFgONRv9qkxdawL|3rfcNHYJY1ZVvWVs7j"
                        + "|v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=|rmF9pqV8S7suAoZWja4dJRkFsKQ=",
                "SCRAM_SHA_256|W22ZaJ0SNY7soEsUEjb6gQ==|rOprNGfwEbeRWgbNEkqO|%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
                        + "|dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=|6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
            })
    void theExamplesOfTheStandardsComeOutToTheLetter(
            Mechanism mechanism, String salt, String client, String server, String proof, String signature) {
        var request = ScramRequest.parse(mechanism, UNBOUND, bytes("n,,n=user,r=" + client));
        assertThat(request.username()).isEqualTo("user");
        assertThat(request.authzid()).isEmpty();
        var hash = mechanism.hash().orElseThrow();
        var challenge = request.challenge(
                ScramVerifier.of(hash, "pencil", Base64.getDecoder().decode(salt), 4096), server);
        assertThat(text(challenge.message())).isEqualTo("r=" + client + server + ",s=" + salt + ",i=4096");
        var success = challenge.accept(bytes("c=biws,r=" + client + server + ",p=" + proof));
        assertThat(text(success)).isEqualTo("v=" + signature);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SCRAM.*"},
            mode = EnumSource.Mode.MATCH_ANY)
    void clientAndServerProveThemselvesToEachOtherByEveryMechanism(Mechanism mechanism) {
        var client = new ScramClient(mechanism.title(), "ju=li,et", "p\u00E4ss, =w\u00F6rd");
        if (mechanism.plus()) {
            client.binding("tls-exporter", CHANNEL);
        }
        var request = ScramRequest.parse(mechanism, mechanism.plus() ? BOUND : UNBOUND, client.begin());
        assertThat(request.username()).isEqualTo("ju=li,et");
        var verifier = ScramVerifier.of(request.hash(), "p\u00E4ss, =w\u00F6rd", SALT, 4096);
        var challenge = request.challenge(verifier, "server");
        assertThat(client.trusts(challenge.accept(client.answer(challenge.message()))))
                .isTrue();
    }

    @Test
    void aWrongPasswordIsNotAuthorized() {
        var client = new ScramClient("SCRAM-SHA-256", "user", "pencil ");
        var challenge = ScramRequest.parse(Mechanism.SCRAM_SHA_256, UNBOUND, client.begin())
                .challenge(PENCIL, "x");
        var answer = client.answer(challenge.message());
        assertThat(refusal(() -> challenge.accept(answer))).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void anotherChannelIsNotAuthorized() {
        // A machine in between has another channel to each side.
        var client =
                new ScramClient("SCRAM-SHA-256", "user", "pencil").binding("tls-exporter", new byte[] {4, 3, 2, 1});
        var challenge = ScramRequest.parse(Mechanism.SCRAM_SHA_256_PLUS, BOUND, client.begin())
                .challenge(PENCIL, "x");
        var answer = client.answer(challenge.message());
        assertThat(refusal(() -> challenge.accept(answer))).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void anotherHeaderThanThatOfTheBeginningIsNotAuthorized() {
        // RFC 5802, 7: c= repeats it, and the proof covers it.
        var client = new ScramClient("SCRAM-SHA-256", "user", "pencil").header("y,,");
        client.begin();
        var first =
                new ScramClient("SCRAM-SHA-256", "user", "pencil").nonce("abc").begin();
        var challenge =
                ScramRequest.parse(Mechanism.SCRAM_SHA_256, UNBOUND, first).challenge(PENCIL, "x");
        client.nonce("abc").begin();
        var answer = client.answer(challenge.message());
        assertThat(refusal(() -> challenge.accept(answer))).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void aClientThatCouldBindButSawNoOfferIsWarnedOfWhoeverHidIt() {
        // RFC 5802, 6
        var first = bytes("y,,n=user,r=abc");
        assertThat(refusal(() -> ScramRequest.parse(Mechanism.SCRAM_SHA_256, BOUND, first)))
                .isEqualTo(NOT_AUTHORIZED);
        assertThat(ScramRequest.parse(Mechanism.SCRAM_SHA_256, UNBOUND, first).username())
                .isEqualTo("user");
    }

    @Test
    void aClientThatCannotBindMayGoOnWhereBindingWasOffered() {
        assertThat(ScramRequest.parse(Mechanism.SCRAM_SHA_256, BOUND, bytes("n,,n=user,r=abc"))
                        .username())
                .isEqualTo("user");
    }

    @Test
    void anUnknownTypeOfBindingIsRefused() {
        assertThat(refusal(() ->
                        ScramRequest.parse(Mechanism.SCRAM_SHA_256_PLUS, BOUND, bytes("p=tls-unique,,n=user,r=abc"))))
                .isEqualTo(NOT_AUTHORIZED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SCRAM_SHA_256|p=tls-exporter,,n=user,r=abc",
                "SCRAM_SHA_256_PLUS|n,,n=user,r=abc",
                "SCRAM_SHA_256_PLUS|y,,n=user,r=abc"
            })
    void theFlagFitsTheMechanism(Mechanism mechanism, String first) {
        assertThat(refusal(() -> ScramRequest.parse(mechanism, BOUND, bytes(first))))
                .isEqualTo(MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n",
                "n,",
                "n,,",
                "n,,n=user",
                "n,,n=,r=abc",
                "n,,n=user,r=",
                "n,,r=abc,n=user",
                "x,,n=user,r=abc",
                "n,,m=new,n=user,r=abc",
                "n,,n=user,r=abc,m=new",
                "n,,n=us=er,r=abc",
                "n,,n=us=2cer,r=abc",
                "n,,n=us=,r=abc",
                "n,a=,n=user,r=abc",
                "n,a=x=y,n=user,r=abc",
                "n,b=x,n=user,r=abc",
                "n,,n=user,r=a b",
                "n,,n=user,r=\u00E9",
                "n,,n=us\0er,r=abc",
                "n,,n=user,r=abc,",
                "n,,n=user,r=abc,x",
                "n,,n=user,r=abc,x=",
                "N,,n=user,r=abc",
                " n,,n=user,r=abc",
                "n,,n=user,r=abc\n",
                "p=,,n=user,r=abc",
            })
    void whatIsNoClientFirstMessageIsMalformed(String first) {
        assertThat(refusal(() -> request(first))).isEqualTo(MALFORMED_REQUEST);
    }

    @Test
    void namesAreUnescapedAndUnknownAttributesPassedOver() {
        var request = request("n,a=ot=2Cher=3D,n=us=2Cer,r=abc,x=1,y=z=");
        assertThat(request.authzid()).isEqualTo("ot,her=");
        assertThat(request.username()).isEqualTo("us,er");
    }

    @Test
    void badUtf8AndBoundlessMessagesAreMalformed() {
        assertThat(refusal(() ->
                        ScramRequest.parse(Mechanism.SCRAM_SHA_256, UNBOUND, new byte[] {'n', ',', ',', (byte) 0xFF})))
                .isEqualTo(MALFORMED_REQUEST);
        assertThat(refusal(() -> request("n,,n=user,r=" + "a".repeat(8192)))).isEqualTo(MALFORMED_REQUEST);
        assertThat(refusal(() -> request("n,,n=user,r=a" + ",x=1".repeat(2000))))
                .isEqualTo(MALFORMED_REQUEST);
        var challenge = request("n,,n=user,r=abc").challenge(PENCIL, "def");
        assertThat(refusal(() -> challenge.accept(bytes("c=biws,r=abcdef,p=" + "A".repeat(8192)))))
                .isEqualTo(MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c=biws",
                "c=biws,r=abcdef",
                "c=biws,r=abcdef,p=",
                "r=abcdef,c=biws,p=AAAA",
                "c=biws,r=abcdef,m=x,p=AAAA",
                "c=biws,r=abcdef,p=AAAA,x=1",
                "c=biws,r=abcdef,p=A",
                "c=biw,r=abcdef,p=AAAA",
                "c=biws,p=AAAA,r=abcdef",
                "c=b!ws,r=abcdef,p=AAAA",
                "c=biws,r=abcdef,p=AAAA,p=AAAA",
                "c=biws,r=abcdef,p=AB==",
            })
    void whatIsNoClientFinalMessageIsMalformed(String last) {
        var challenge = request("n,,n=user,r=abc").challenge(PENCIL, "def");
        assertThat(refusal(() -> challenge.accept(bytes(last)))).isEqualTo(MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"c=biws,r=abc,p=AAAA", "c=biws,r=abcdeg,p=AAAA", "c=biws,r=abcdef,p=AAAA", "c==,r=abcdef,p=AAAA"
            })
    void anotherNonceOrAShortProofIsNotAuthorized(String last) {
        var challenge = request("n,,n=user,r=abc").challenge(PENCIL, "def");
        assertThat(refusal(() -> challenge.accept(bytes(last)))).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void aProofIsGoodForItsOwnNonceOnly() {
        var client = new ScramClient("SCRAM-SHA-256", "user", "pencil").nonce("abc");
        var request = ScramRequest.parse(Mechanism.SCRAM_SHA_256, UNBOUND, client.begin());
        var heard = client.answer(request.challenge(PENCIL, "one").message());
        assertThat(refusal(() -> request.challenge(PENCIL, "two").accept(heard)))
                .isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void aVerifierOfAnotherHashIsOurOwnMistake() {
        var request = ScramRequest.parse(Mechanism.SCRAM_SHA_1, UNBOUND, bytes("n,,n=user,r=abc"));
        assertThatThrownBy(() -> request.challenge(PENCIL, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScramRequest.parse(Mechanism.PLAIN, UNBOUND, bytes("n,,n=user,r=abc")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
