package im.myna.administration.heritage;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that nobody but its owner may look into, when it was made here. */
public record OwnersFolder(Path path) {
    private static final FileAttribute<?>[] NOTHING_SPECIAL = {};

    /** Anew, for the owner only, whatever the folder's own rights. */
    public Path write(String name, String text) throws IOException {
        make();
        var file = path.resolve(name);
        Files.deleteIfExists(file);
        return Files.writeString(Files.createFile(file, rights("rw-------")), text);
    }

    /** The same as a whole: nobody ever reads a part of it. */
    public Path replace(String name, String text) throws IOException {
        return Files.move(
                write(name + ".new", text),
                path.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** If it is missing. */
    public OwnersFolder make() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, rights("rwx------"));
        }
        return this;
    }

    /** Takes from everybody but the owner what rights they have. */
    public static void close(Path file) throws IOException {
        if (hasRights()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static boolean hasRights() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] rights(String posix) {
        return hasRights()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))}
                : NOTHING_SPECIAL;
    }
}
