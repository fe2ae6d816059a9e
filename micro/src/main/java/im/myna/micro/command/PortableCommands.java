package im.myna.micro.command;

import im.myna.micro.OwnersFiles;
import im.myna.micro.contact.Portage;
import im.myna.micro.contact.Whereabouts;
import jakarta.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** All users at once. */
final class PortableCommands {
    private static final int DONE = 0;

    private PortableCommands() {}

    /** Something that a file is filled with. */
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A new file for its owner only, whole or not there. */
    private static void write(Path file, Content content) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "exists already");
        }
        var begun = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            OwnersFiles.write(begun, new byte[0]);
            try (var out = Files.newOutputStream(begun)) {
                content.writeTo(out);
            }
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no folder for " + file, e);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private static void mustBeHere(Program program) {
        if (program.whereabouts().remote()) {
            throw new IllegalArgumentException("this is done on the machine of the server");
        }
    }

    /** {@code ./myna export}. */
    @Command(
            name = "export",
            description =
                    "Writes all users into a file (XEP-0227), with what belongs to them. Whoever reads it can guess"
                            + " passwords.")
    static final class Export implements Callable<Integer> {
        @ParentCommand
        private Program program;

        @Parameters(paramLabel = "FILE")
        private Path file;

        @Override
        public Integer call() throws IOException {
            mustBeHere(program);
            write(Whereabouts.file(file), new Portage(program.whereabouts(), program.terminal())::export);
            program.done(
                    Json.createObjectBuilder()
                            .add("file", file.toString())
                            .add("bytes", Files.size(Whereabouts.file(file)))
                            .build(),
                    "exported to " + file);
            return DONE;
        }
    }

    /** {@code ./myna import}. */
    @Command(
            name = "import",
            description = "Takes in all users of a file (XEP-0227), or, when anything is wrong with it, none.")
    static final class Import implements Callable<Integer> {
        @ParentCommand
        private Program program;

        @Parameters(paramLabel = "FILE")
        private Path file;

        @Option(names = "--skip-existing", description = "Leaves accounts as they are that exist.")
        private boolean skipExisting;

        @Override
        public Integer call() throws IOException {
            mustBeHere(program);
            var outcome =
                    new Portage(program.whereabouts(), program.terminal()).admit(Whereabouts.file(file), skipExisting);
            long imported = outcome.tally().users() - outcome.skipped();
            outcome.tally().remarks().forEach(program.terminal()::remark);
            program.done(
                    Json.createObjectBuilder()
                            .add("imported", imported)
                            .add("skipped", outcome.skipped())
                            .build(),
                    "imported " + imported + " users"
                            + (outcome.skipped() == 0 ? "" : ", left " + outcome.skipped() + " as they are"));
            return DONE;
        }
    }

    /** {@code ./myna backup}. */
    @Command(
            name = "backup",
            description =
                    "Writes a ZIP file: all users as export does, the file of the settings, certificates and their keys.")
    static final class Backup implements Callable<Integer> {
        @ParentCommand
        private Program program;

        @Parameters(paramLabel = "FILE")
        private Path file;

        @Override
        public Integer call() throws IOException {
            mustBeHere(program);
            write(Whereabouts.file(file), new Archive(program)::writeTo);
            program.done(
                    Json.createObjectBuilder()
                            .add("file", file.toString())
                            .add("bytes", Files.size(Whereabouts.file(file)))
                            .build(),
                    "backed up to " + file);
            return DONE;
        }
    }
}
