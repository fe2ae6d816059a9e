package im.myna.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A process and all that it started, as the operating system sees them (/proc of Linux). */
public final class ServerProcess {
    /** Linux counts in hundredths of a second in /proc, on every machine (USER_HZ). */
    private static final double TICKS_PER_SECOND = 100;

    private static final Path PROC = Path.of("/proc");

    private final ProcessHandle process;

    private ServerProcess(ProcessHandle process) {
        this.process = process;
    }

    /**
     * By its number.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ServerProcess of(long pid) {
        return new ServerProcess(ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalArgumentException("no process has the number " + pid)));
    }

    /** CPU seconds spent so far, in user and kernel, by the processes and by those of their children that are gone. */
    public double cpu() {
        return tree().mapToDouble(ServerProcess::cpu).sum();
    }

    /** Bytes of memory held. */
    public long resident() {
        return tree().mapToLong(pid -> kibibytes(pid, "VmRSS:")).sum() * 1024;
    }

    /** The one of them that is a Java machine, or 0. */
    long java() {
        return tree().filter(ServerProcess::isJava).findFirst().orElse(0L);
    }

    private Stream<Long> tree() {
        return Stream.concat(Stream.of(process), process.descendants()).map(ProcessHandle::pid);
    }

    private static boolean isJava(long pid) {
        try {
            return Files.readSymbolicLink(PROC.resolve(pid + "/exe")).endsWith("java");
        } catch (IOException gone) {
            return false;
        }
    }

    private static double cpu(long pid) {
        var stat = text(pid, "stat");
        // The name of the program stands in brackets and may have blanks and brackets itself.
        var fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", -1);
        if (fields.length < 15) {
            return 0;
        }
        long ticks = 0;
        for (int field = 11; field <= 14; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static long kibibytes(long pid, String key) {
        return text(pid, "status")
                .lines()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Nothing when the process is gone. */
    static String text(long pid, String file) {
        try {
            return Files.readString(PROC.resolve(pid + "/" + file));
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            if (ProcessHandle.of(pid).isEmpty()) {
                return "";
            }
            throw new UncheckedIOException(e);
        }
    }
}
