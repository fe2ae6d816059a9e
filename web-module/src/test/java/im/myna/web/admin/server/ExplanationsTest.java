package im.myna.web.admin.server;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.settings.Setting;
import im.myna.web.admin.frame.Taste;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationsTest {
    /** In English they explain themselves. */
    static List<String> languages() {
        return Taste.LANGUAGES.stream()
                .filter(language -> !language.equals("en"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySettingIsExplainedInEveryLanguage(String language) {
        var expected = Stream.concat(
                        Arrays.stream(Setting.values()).map(Setting::key),
                        Arrays.stream(Setting.values()).map(setting -> "allowed." + setting.type()))
                .collect(Collectors.toSet());
        var words = words(language);
        assertThat(words.stringPropertyNames()).isEqualTo(expected);
        assertThat(words.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    private static Properties words(String language) {
        var words = new Properties();
        var file = "/" + Explanations.WORDS.replace('.', '/') + "_" + language + ".properties";
        try (var text = ExplanationsTest.class.getResourceAsStream(file)) {
            words.load(new InputStreamReader(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
