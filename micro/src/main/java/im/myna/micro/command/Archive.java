package im.myna.micro.command;

import im.myna.micro.Configuration;
import im.myna.micro.contact.Portage;
import im.myna.settings.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What a server needs to be made again elsewhere: users, settings, certificates. */
record Archive(Program program) {
    void writeTo(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("users.xml"));
        new Portage(program.whereabouts(), program.terminal()).export(zip);
        zip.closeEntry();
        copy(zip, "", program.whereabouts().settingsFile());
        copy(zip, "", program.whereabouts().settings().data().resolve(Configuration.SETUP));
        for (var file : keys(program.whereabouts().settings())) {
            copy(zip, "tls/", file);
        }
        zip.finish();
    }

    private static Set<Path> keys(Settings settings) throws IOException {
        var files = new TreeSet<Path>();
        settings.tls().certificates().values().forEach(certificate -> {
            files.add(certificate.chain());
            files.add(certificate.key());
        });
        var own = settings.data().resolve("tls");
        if (Files.isDirectory(own)) {
            try (Stream<Path> found = Files.list(own)) {
                found.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }

    private static void copy(ZipOutputStream zip, String folder, Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            zip.putNextEntry(new ZipEntry(folder + file.getFileName()));
            Files.copy(file, zip);
            zip.closeEntry();
        }
    }
}
