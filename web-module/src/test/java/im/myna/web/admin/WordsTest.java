package im.myna.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.myna.administration.RefusedException.Reason;
import im.myna.administration.server.LogLevel;
import im.myna.administration.setup.WrongChoiceException;
import im.myna.link.Door;
import im.myna.store.account.Role;
import im.myna.store.inventory.TrialException;
import im.myna.web.admin.door.Refusal;
import im.myna.web.admin.frame.Place;
import im.myna.web.admin.frame.Taste;
import im.myna.web.admin.setup.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The pages have words for everything, in every language they speak. */
class WordsTest {
    private static final List<String> LANGUAGES = Taste.LANGUAGES;
    private static final Path PAGES = Path.of("src/main/web/admin");
    private static final Path BEANS = Path.of("src/main/java/im/myna/web/admin");

    /** As they stand in pages, and in beans. */
    private static final Pattern USED =
            Pattern.compile("words\\['([^']+)'\\]|\\bof\\(\\s*['\"]([a-z]+\\.[\\w.]*\\w)['\"]");

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyWordThatIsUsedIsThereAndNoOther(String language) {
        var used = Stream.concat(inFiles(), ofEnums()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(words(language).stringPropertyNames())).isEqualTo(used);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void nothingIsEmptyAndNoApostropheSwallowsWhatFollows(String language) {
        assertThat(words(language).values())
                .allSatisfy(text -> assertThat((String) text).isNotBlank().doesNotContain("'"));
    }

    @Test
    void whatIsFilledInIsTheSameInEveryLanguage() {
        var first = words(LANGUAGES.get(0));
        for (var language : LANGUAGES) {
            words(language).forEach((key, text) -> assertThat(blanks((String) text))
                    .as(key.toString())
                    .isEqualTo(blanks(first.getProperty((String) key))));
        }
    }

    @Test
    void everyPlaceOfTheMenuHasAPage() {
        assertThat(Place.values()).allSatisfy(place -> assertThat(PAGES.resolve(place.path() + ".xhtml"))
                .exists());
    }

    private static Stream<String> inFiles() {
        return Stream.of(PAGES, BEANS).flatMap(WordsTest::files).flatMap(file -> USED.matcher(read(file))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1)));
    }

    private static Stream<String> ofEnums() {
        return Stream.of(
                        Arrays.stream(Place.values()).map(Place::key),
                        Arrays.stream(Refusal.values()).map(Refusal::key),
                        keys("refused", Reason.values()),
                        keys("role", Role.values()),
                        keys("level", LogLevel.values()),
                        Stream.of(
                                        "default",
                                        "file",
                                        "environment",
                                        "command-line",
                                        "application-server",
                                        "setup",
                                        "here")
                                .map("origin."::concat),
                        keys("door", Door.values()),
                        Arrays.stream(Step.values()).map(Step::key),
                        keys("setup.fault", WrongChoiceException.Fault.values()),
                        keys("setup.trial", TrialException.Fault.values()),
                        Stream.of(
                                        "sessions",
                                        "stanzas",
                                        "logins",
                                        "memory",
                                        "threads",
                                        "workers",
                                        "connections",
                                        "waits")
                                .map("curve."::concat),
                        LANGUAGES.stream().map("language."::concat),
                        Taste.LOOKS.stream().map("look."::concat),
                        Stream.of("mishap.403", "mishap.404", "mishap.500"))
                .flatMap(Function.identity());
    }

    private static Stream<String> keys(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + "." + value.name().toLowerCase(Locale.ROOT));
    }

    private static int blanks(String text) {
        return new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex().length;
    }

    private static Properties words(String language) {
        var words = new Properties();
        var file = "words_" + language + ".properties";
        try (var text = Files.newBufferedReader(Path.of("src/main/resources/im/myna/web/admin", file), UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
