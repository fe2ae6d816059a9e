package im.myna.micro;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Looks from time to time whether the certificate's files have changed, and gives HTTPS what is in them. */
final class Renewal implements Runnable {
    private static final System.Logger LOG = System.getLogger(Renewal.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(5);

    private record Stamp(FileTime time, long bytes) {}

    private final Supplier<Map<String, String>> preparation;
    private final List<Path> files;
    private final HttpsKeys keys = new HttpsKeys();
    private List<Stamp> stamps;

    /**
     * Reads them for the first time, and makes them known to the server.
     *
     * @param settings what the preparation told
     * @param preparation tells it again, as the files are then
     */
    Renewal(Map<String, String> settings, Supplier<Map<String, String>> preparation) throws IOException {
        this.preparation = preparation;
        files = List.of(settings.get(Preparation.CERTIFICATES).split(File.pathSeparator, -1)).stream()
                .map(Path::of)
                .toList();
        stamps = stamps();
        try {
            use(settings);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HTTPS cannot use the certificate: " + e.getMessage(), e);
        }
        keys.offer();
    }

    /** On a thread of its own, which ends with the process. */
    void watch() {
        var thread = new Thread(this, "myna-certificates");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(EVERY.toMillis());
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be used changes nothing, and is logged once. */
    void look() {
        try {
            var now = stamps();
            if (!now.equals(stamps)) {
                stamps = now;
                use(preparation.get());
                LOG.log(System.Logger.Level.INFO, "certificate renewed door=https file={0}", files.get(0));
            }
        } catch (IOException | UncheckedIOException | GeneralSecurityException | IllegalArgumentException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "certificate kept=old door=https file={0} reason={1}",
                    files.get(0),
                    e.getMessage());
        }
    }

    HttpsKeys keys() {
        return keys;
    }

    private void use(Map<String, String> told) throws IOException, GeneralSecurityException {
        var password = told.get(Preparation.KEYSTORE_PASSWORD).toCharArray();
        keys.use(KeyStore.getInstance(new File(told.get(Preparation.KEYSTORE)), password), password);
    }

    private List<Stamp> stamps() throws IOException {
        var read = new ArrayList<Stamp>();
        for (var file : files) {
            // While it is being replaced, it may be missing for a moment: that counts as a change, and so does its
            // return.
            read.add(
                    Files.exists(file)
                            ? new Stamp(Files.getLastModifiedTime(file), Files.size(file))
                            : new Stamp(FileTime.fromMillis(0), 0));
        }
        return read;
    }
}
