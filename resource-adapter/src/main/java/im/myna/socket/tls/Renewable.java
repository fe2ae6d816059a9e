package im.myna.socket.tls;

import im.myna.settings.Certificate;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** A certificate that follows its files. */
final class Renewable {
    private static final Logger LOG = System.getLogger(Renewable.class.getName());
    private static final long TURN = Duration.ofHours(12).toNanos();

    private record Stamp(FileTime chain, long chainBytes, FileTime key, long keyBytes) {
        static Stamp of(Certificate files) throws IOException {
            return new Stamp(
                    Files.getLastModifiedTime(files.chain()),
                    Files.size(files.chain()),
                    Files.getLastModifiedTime(files.key()),
                    Files.size(files.key()));
        }
    }

    private volatile Certificate files;
    private final Suites suites;
    private Stamp stamp;
    private long turned = System.nanoTime();
    private boolean missing;
    private volatile Credential current;

    Renewable(Certificate files, Suites suites) throws IOException, GeneralSecurityException {
        this.files = files;
        this.suites = suites;
        this.stamp = Stamp.of(files);
        this.current = load(files, suites);
    }

    Credential current() {
        return current;
    }

    Certificate files() {
        return files;
    }

    /** Follows other files from now on, if they can be used. */
    synchronized void use(Certificate others) throws IOException, GeneralSecurityException {
        var old = current;
        var now = Stamp.of(others);
        current = load(others, suites);
        files = others;
        stamp = now;
        turned = System.nanoTime();
        old.release();
        LOG.log(Level.INFO, "certificate renewed file={0}", files.chain());
    }

    synchronized void refresh() {
        try {
            var now = Stamp.of(files);
            missing = false;
            if (!now.equals(stamp)) {
                stamp = now;
                renew();
            } else if (System.nanoTime() - turned > TURN) {
                turned = System.nanoTime();
                current.turn();
            }
        } catch (IOException | GeneralSecurityException e) {
            if (!missing) {
                LOG.log(Level.WARNING, "certificate kept=old file={0} reason={1}", files.chain(), e.getMessage());
            }
            missing = e instanceof NoSuchFileException;
        }
    }

    synchronized void release() {
        current.release();
    }

    private void renew() throws IOException, GeneralSecurityException {
        var old = current;
        current = load(files, suites);
        turned = System.nanoTime();
        old.release();
        LOG.log(Level.INFO, "certificate renewed file={0}", files.chain());
    }

    private static Credential load(Certificate files, Suites suites) throws IOException, GeneralSecurityException {
        try {
            return Credential.load(files, suites);
        } catch (GeneralSecurityException e) {
            throw new GeneralSecurityException(files.chain() + ": " + e.getMessage(), e);
        }
    }
}
