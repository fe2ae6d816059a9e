package im.myna.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6120, 6.4.2, 6.5.5 and 13.9.1. */
class StrictBase64Test {
    @ParameterizedTest
    @CsvSource({"'',''", "=,''", "Zg==,f", "Zm8=,fo", "Zm9v,foo", "Zm9vYmFy,foobar"})
    void canonicalTextsAreDecoded(String text, String bytes) {
        assertThat(new String(StrictBase64.decode(text), StandardCharsets.US_ASCII))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "==",
                "Zg",
                "Zg=",
                "Zh==",
                "Zm9=",
                "Zm9v ",
                " Zm9v",
                "Zm 9v",
                "Zm\n9v",
                "Zm9v=",
                "Zg==Zg==",
                "Zm9-",
                "Zm9_",
                "Z",
                "Zg===",
                "\u00E9",
                "Zm9v\0"
            })
    void anythingElseIsAnIncorrectEncoding(String text) {
        assertThat(catchThrowableOfType(SaslException.class, () -> StrictBase64.decode(text))
                        .condition())
                .isEqualTo(SaslCondition.INCORRECT_ENCODING);
    }
}
