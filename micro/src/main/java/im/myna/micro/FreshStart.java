package im.myna.micro;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.StringArray;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Begins anew in this process, by the command that began it (execve(2)): whoever started it, a terminal or a service manager, goes on
 * having it. On Linux only, where the system tells that command.
 */
final class FreshStart {
    private static final System.Logger LOG = System.getLogger(FreshStart.class.getName());
    private static final Path SELF = Path.of("/proc/self");

    // Of fcntl(2), on every Linux.
    private static final int SET_FLAGS = 2;
    private static final int CLOSE_ON_EXEC = 1;

    /** Standard input, output and error stay. */
    private static final int FIRST_OF_OURS = 3;

    private FreshStart() {}

    static boolean isPossible() {
        return Files.isReadable(SELF.resolve("cmdline")) && Files.isReadable(SELF.resolve("fd"));
    }

    /** Returns only when it failed, which is logged. Nothing of what runs is asked: it has to have ended. */
    static void begin() {
        try {
            var program = SELF.resolve("exe").toRealPath();
            // Letter for letter, whatever encoding it is in.
            var command = new String(Files.readAllBytes(SELF.resolve("cmdline")), StandardCharsets.ISO_8859_1);
            var words = Arrays.asList(command.split("\0", -1));
            closeOurs();
            var library = NativeLibrary.getInstance("c");
            var arguments = new StringArray(words.subList(0, words.size() - 1).toArray(String[]::new), "ISO-8859-1");
            library.getFunction("execv").invokeInt(new Object[] {program.toString(), arguments});
            LOG.log(Level.ERROR, "event=restart-failed program={0}", program);
        } catch (IOException | LinkageError e) {
            LOG.log(Level.ERROR, "event=restart-failed", e);
        }
    }

    /** Connections and ports would else stay open, in a program that does not know of them. */
    private static void closeOurs() throws IOException {
        Function control = NativeLibrary.getInstance("c").getFunction("fcntl");
        try (var files = Files.newDirectoryStream(SELF.resolve("fd"))) {
            for (var file : files) {
                int number = Integer.parseInt(file.getFileName().toString());
                if (number >= FIRST_OF_OURS) {
                    control.invokeInt(new Object[] {number, SET_FLAGS, CLOSE_ON_EXEC});
                }
            }
        }
    }
}
