package im.myna.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.specification.Shows;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Shows("RFC 4616")
class PlainTest {
    private static Plain parse(String message) {
        return Plain.parse(message.getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 4616, 4. */
    @Test
    void theExamplesOfTheStandardAreRead() {
        assertThat(parse("\0tim\0tanstaaftanstaaf")).isEqualTo(new Plain("", "tim", "tanstaaftanstaaf"));
        assertThat(parse("Ursel\0Kurt\0xipj3plmq")).isEqualTo(new Plain("Ursel", "Kurt", "xipj3plmq"));
    }

    /** RFC 4616, 2; a NUL in a password is no terminator. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "\0\0",
                "tim",
                "\0tim",
                "\0tim\0",
                "\0\0pass",
                "\0tim\0pass\0",
                "\0tim\0pa\0ss",
                "a\0b\0\0"
            })
    void anyOtherNumberOfPartsIsMalformed(String message) {
        var refusal = catchThrowableOfType(SaslException.class, () -> parse(message));
        assertThat(refusal.condition()).isEqualTo(SaslCondition.MALFORMED_REQUEST);
    }

    @Test
    void badUtf8AndBoundlessMessagesAreMalformed() {
        assertThat(catchThrowableOfType(
                                SaslException.class,
                                () -> Plain.parse(new byte[] {0, 'a', 0, (byte) 0xC0, (byte) 0x80}))
                        .condition())
                .isEqualTo(SaslCondition.MALFORMED_REQUEST);
        assertThat(catchThrowableOfType(SaslException.class, () -> parse("\0tim\0" + "a".repeat(5000)))
                        .condition())
                .isEqualTo(SaslCondition.MALFORMED_REQUEST);
    }

    @Test
    void thePasswordStaysOutOfTexts() {
        assertThat(parse("\0tim\0secret").toString()).contains("tim").doesNotContain("secret");
    }
}
