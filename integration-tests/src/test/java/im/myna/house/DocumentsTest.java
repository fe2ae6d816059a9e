package im.myna.house;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.settings.Settings;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say is true of the code that lies beside them. */
class DocumentsTest {
    private static final Pattern QUOTED_NAME = Pattern.compile("`(im\\.myna[\\w.]*)`");

    @Test
    void protocolsAndDoapAreWhatTheCodeSays() {
        var protocols = new Protocols();
        if (Boolean.getBoolean("myna.protocols.write")) {
            Project.write("PROTOCOLS.md", protocols.markdown());
            Project.write("doap.xml", protocols.doap());
        }
        assertThat(Project.text("PROTOCOLS.md")).isEqualTo(protocols.markdown());
        assertThat(Project.text("doap.xml")).isEqualTo(protocols.doap());
    }

    @Test
    void everySpecificationIsShownByATest() {
        assertThat(new Protocols().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.shownBy()).as(line.spec()).isNotEmpty());
    }

    @Test
    void theArchitectureNamesOnlyWhatExistsAndIsShort() {
        var text = Project.text("ARCHITECTURE.md");
        var known = Project.classes().stream()
                .flatMap(type -> Stream.of(type.getName(), type.getPackageName()))
                .collect(Collectors.toSet());
        var named =
                QUOTED_NAME.matcher(text).results().map(match -> match.group(1)).toList();
        assertThat(named).isNotEmpty().allSatisfy(name -> assertThat(known).contains(name));
        assertThat(text.lines().count()).isLessThanOrEqualTo(120);
    }

    @Test
    void everySettingIsExplainedInThePropertiesFileAndNothingElseIs() {
        var explained = Project.text("myna.properties")
                .lines()
                .filter(line -> line.matches("#?\\s?myna\\.[^ =]+ ?=.*"))
                .map(line -> line.replaceFirst("^#\\s?", "").replaceFirst(" ?=.*", ""))
                .collect(Collectors.toSet());
        assertThat(explained).isEqualTo(Settings.names());
    }
}
