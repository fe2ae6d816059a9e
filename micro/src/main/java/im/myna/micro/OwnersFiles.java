package im.myna.micro;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that nobody but their owner may read. */
public final class OwnersFiles {
    private static final FileAttribute<?>[] NOTHING_SPECIAL = {};

    private OwnersFiles() {}

    /** Made if missing, with the folders above it; one that exists keeps its rights. */
    public static Path folder(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return path;
        }
        return Files.createDirectories(path, rights("rwx------"));
    }

    /** Replaces the file as a whole: nobody ever sees a part of it. */
    public static void write(Path path, byte[] content) throws IOException {
        var temporary = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        Files.write(Files.createFile(temporary, rights("rw-------")), content);
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] rights(String posix) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))}
                : NOTHING_SPECIAL;
    }
}
