package im.myna.entry;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that nobody but its owner may look into, when it was made here. */
record OwnersFolder(Path path) {
    private static final FileAttribute<?>[] NOTHING_SPECIAL = {};

    /** Anew, for the owner only, whatever the folder's own rights. */
    Path write(String name, String text) throws IOException {
        make();
        var file = path.resolve(name);
        Files.deleteIfExists(file);
        return Files.writeString(Files.createFile(file, rights("rw-------")), text);
    }

    OwnersFolder make() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, rights("rwx------"));
        }
        return this;
    }

    /** Takes from everybody but the owner what rights they have. */
    static void close(Path file) throws IOException {
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
