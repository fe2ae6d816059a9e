package im.myna.micro;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Lets the event loops begin as soon as something arrives, though all other threads of the server are busy: Linux, from 6.12 on, stops
 * a thread in the middle of its slice for one that asks for a shorter slice, and needs no privilege for that (sched(7)). Otherwise a
 * message waits until the compiler or a page has used up its slice, some milliseconds. On other systems nothing changes.
 */
final class Slices {
    private static final long NANOSECONDS = 100_000;

    private static final System.Logger LOG = System.getLogger(Slices.class.getName());
    private static final Path THREADS = Path.of("/proc/self/task");

    /** Numbers of sched_setattr(2), which the C library of Debian 12 has no name for; that of sched_getattr(2) is the next. */
    private static final Map<String, Integer> CALLS = Map.of("amd64", 314, "aarch64", 274);

    /** Of struct sched_attr, in its first version. */
    private static final int SIZE = 48;

    private static final int POLICY = 4;
    private static final int RUNTIME = 24;

    private final Function kernel = NativeLibrary.getInstance("c").getFunction("syscall");
    private final int set;

    private Slices(int set) {
        this.set = set;
    }

    /**
     * For all threads that are there now and whose names begin so.
     *
     * @param name at most 15 characters
     * @return for how many
     */
    static int shorten(String name) {
        var shortened = 0;
        var set = CALLS.get(System.getProperty("os.arch"));
        if (set != null && Files.isDirectory(THREADS)) {
            try {
                shortened = new Slices(set).shortenAll(name);
            } catch (IOException | LinkageError e) {
                LOG.log(Level.INFO, "event=slices-kept reason=\"{0}\"", e.toString());
            }
        }
        LOG.log(Level.INFO, "event=short-slices-asked-for threads={0}", shortened);
        return shortened;
    }

    private int shortenAll(String name) throws IOException {
        var shortened = 0;
        try (var threads = Files.newDirectoryStream(THREADS)) {
            for (var thread : threads) {
                if (nameOf(thread).startsWith(name)
                        && shorten(Integer.parseInt(thread.getFileName().toString()))) {
                    shortened++;
                }
            }
        }
        return shortened;
    }

    private static String nameOf(Path thread) {
        try {
            return Files.readString(thread.resolve("comm"));
        } catch (IOException ended) {
            return "";
        }
    }

    /** Only an ordinary thread's, whose policy is 0: for others that field means something else. */
    private boolean shorten(int thread) {
        try (var attributes = new Memory(SIZE)) {
            if (!call(set + 1, thread, attributes, SIZE) || attributes.getInt(POLICY) != 0) {
                return false;
            }
            attributes.setLong(RUNTIME, NANOSECONDS);
            return call(set, thread, attributes, 0);
        }
    }

    private boolean call(int number, int thread, Memory attributes, int size) {
        return kernel.invokeInt(new Object[] {number, thread, attributes, size, 0}) == 0;
    }
}
