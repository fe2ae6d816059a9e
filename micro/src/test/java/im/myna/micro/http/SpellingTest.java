package im.myna.micro.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/chat", "/a%20b", "/%C3%a9", "/%2e%2E/x", "/%25u002e", "*", "/é"})
    void twoHexadecimalDigitsStandBehindEachPercentSign(String path) {
        assertThat(Spelling.isSpelled(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%2", "/%u002e", "/%u002e%u002e/x", "/%zz", "/a%2", "/%2e%", "/%٠٠", "/%-1"})
    void anythingElseIsNoPath(String path) {
        assertThat(Spelling.isSpelled(path)).isFalse();
    }
}
