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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ExplanationsTest {
    private static final List<String> LANGUAGES = Taste.LANGUAGES;

    private static Stream<Setting> settings() {
        return Arrays.stream(Setting.values());
    }

    /** In English they explain themselves. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everySettingIsExplainedInEveryLanguage(String language) {
        var words = words(language);
        var expected = language.equals("en")
                ? Stream.<String>of()
                : Stream.concat(settings().map(Setting::key), settings().map(setting -> "allowed." + setting.type()));
        assertThat(words.stringPropertyNames()).containsAll(expected.toList());
        assertThat(words.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void settingsThatBelongTogetherHaveANameInEveryLanguage(String language) {
        assertThat(words(language).stringPropertyNames())
                .containsAll(settings()
                        .map(setting -> "section." + SettingsPage.section(setting))
                        .toList());
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
