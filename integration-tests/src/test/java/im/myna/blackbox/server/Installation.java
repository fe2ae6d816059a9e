package im.myna.blackbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** What {@code ./myna} needs to run, without the sources: it then has no reason to build anything. */
final class Installation {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path BUILT = ROOT.resolve("micro/target/myna");
    private static final Path HERE = Path.of("target/installation").toAbsolutePath();

    private Installation() {}

    /** A command line of {@code ./myna}. */
    static List<String> command(String... arguments) {
        return Stream.concat(Stream.of(lay().toString()), Stream.of(arguments)).toList();
    }

    private static synchronized Path lay() {
        var script = HERE.resolve("myna");
        if (!Files.isDirectory(BUILT)) {
            throw new IllegalStateException(BUILT + " is missing: build the module micro first");
        }
        try {
            var home = HERE.resolve("micro/target/myna");
            Files.createDirectories(home.getParent());
            if (!Files.isSymbolicLink(home)) {
                Files.createSymbolicLink(home, BUILT);
            }
            // Another test may be about to start it: it is there at every moment.
            var copy = HERE.resolve("myna.new");
            Files.copy(
                    ROOT.resolve("myna"),
                    copy,
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, script, StandardCopyOption.ATOMIC_MOVE);
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
