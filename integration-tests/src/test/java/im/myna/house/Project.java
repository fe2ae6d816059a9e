package im.myna.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own files, as they lie in the checkout. */
final class Project {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final List<String> MODULES = List.of(
            "protocol",
            "resource-adapter",
            "persistence",
            "directory",
            "ejb-module",
            "web-module",
            "micro",
            "benchmark");

    private Project() {}

    /** What the modules ship. */
    static JavaClasses classes() {
        return imported("target/classes");
    }

    static JavaClasses tests() {
        return imported("target/test-classes");
    }

    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(String file, String text) {
        try {
            Files.writeString(ROOT.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaClasses imported(String folder) {
        var folders = Stream.concat(MODULES.stream(), Stream.of("integration-tests"))
                .map(module -> ROOT.resolve(module).resolve(folder))
                .filter(Files::isDirectory)
                .toList();
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_ARCHIVES)
                .importPaths(folders);
    }
}
