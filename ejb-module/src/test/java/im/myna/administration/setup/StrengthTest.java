package im.myna.administration.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.administration.setup.WrongChoiceException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrengthTest {
    @ParameterizedTest
    @CsvSource({
        "'', SHORT",
        "fair sun!, SHORT",
        "aaaabbbbcccc, SIMPLE",
        "1234567890, SIMPLE",
        "QwertyUiop, SIMPLE",
        "my name is Boss, TELLING",
        "all of Example!, TELLING",
        "with a \u0001 control, UNTYPABLE",
    })
    void whatWouldBeGuessedIsRefusedWithTheReason(String password, Fault fault) {
        var refused = catchThrowableOfType(
                WrongChoiceException.class, () -> Strength.require(password, "boss", "example.com"));
        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.field()).isEqualTo("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arise, fair sun", "正确的马电池订书钉好吗", "x9$kQ!2mzR"})
    void whatIsLongEnoughAndSaysNothingIsGood(String password) {
        assertThatCode(() -> Strength.require(password, "boss", "example.com")).doesNotThrowAnyException();
    }

    @Test
    void aNameOfTwoLettersTellsNothing() {
        assertThatCode(() -> Strength.require("arise, fair sun", "fa", "xy")).doesNotThrowAnyException();
    }
}
