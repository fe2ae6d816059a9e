package im.myna.store.portable;

import im.myna.store.measure.Timed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** All accounts with what belongs to them, out of the database and into it (XEP-0227). */
@Stateless
@Interceptors(Timed.class)
public class PortableStore {
    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public PortableStore(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected PortableStore() {
        this(null);
    }

    /**
     * How a file was taken in.
     *
     * @param skipped of the users in the file, because they were there
     */
    public record Outcome(Tally tally, long skipped) {}

    /** Where a file comes from. */
    private interface Source {
        Tally read(Arrivals arrivals) throws IOException;
    }

    /**
     * Takes in a file with those that it includes, or nothing of it.
     *
     * @param progress hears how many users were taken in
     * @throws PortableException when it is wrong, or somebody exists already
     */
    public Outcome admit(Path file, Terms terms, LongConsumer progress) {
        return admit(terms, progress, arrivals -> PortableReader.read(file, arrivals));
    }

    /** The same with all to the end of the document. */
    public Outcome admit(InputStream in, Terms terms, LongConsumer progress) {
        return admit(terms, progress, arrivals -> PortableReader.read(in, arrivals));
    }

    private Outcome admit(Terms terms, LongConsumer progress, Source source) {
        var intake = new Intake(entities, terms, progress);
        try {
            return new Outcome(source.read(intake), intake.skipped());
        } catch (IOException e) {
            throw new PortableException("the file cannot be read: " + e.getMessage());
        }
    }

    /** Writes a whole document. @return how many users there are in it */
    public long export(List<String> domains, OutputStream out, LongConsumer progress) throws IOException {
        try {
            var writer = new PortableWriter(out);
            long users = new Census(entities, writer, progress).take(domains);
            writer.finish();
            return users;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
