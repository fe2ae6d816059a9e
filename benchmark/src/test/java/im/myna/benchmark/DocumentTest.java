package im.myna.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTest {
    private static final String BEGIN = "<!-- What follows is written by ./myna bench --table. -->\n";
    private static final String END = "<!-- Here it ends. -->\n";

    @TempDir
    private Path folder;

    @Test
    void onlyWhatStandsBetweenTheLinesIsReplaced() throws IOException {
        var file = Files.writeString(folder.resolve("a.md"), "before\n" + BEGIN + "old\n" + END + "after\n");
        new Document(file).write("new\n");
        new Document(file).write("newer\n");
        assertThat(file).hasContent("before\n" + BEGIN + "\nnewer\n\n" + END + "after\n");
    }

    @Test
    void aDocumentWithoutTheLinesIsLeftAlone() throws IOException {
        var file = Files.writeString(folder.resolve("a.md"), "nothing\n");
        assertThatThrownBy(() -> new Document(file).write("new\n")).hasMessageContaining("lacks");
        assertThat(file).hasContent("nothing\n");
    }

    @Test
    void theDocumentOfTheProjectHasThem() throws IOException {
        assertThat(Files.readString(Path.of("../docs/performance.md"))).contains(BEGIN, END);
    }
}
