package im.myna.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on. */
public final class Machine {
    private Machine() {}

    /** In one line. */
    public static String description() {
        return "%s, %d cores, %s GiB of memory, Linux %s, Java %s"
                .formatted(
                        value("/proc/cpuinfo", "model name"),
                        Runtime.getRuntime().availableProcessors(),
                        Math.round(number(value("/proc/meminfo", "MemTotal")) / 1048576.0),
                        System.getProperty("os.version"),
                        Runtime.version());
    }

    /** Keeps all threads of this process on those cores, as taskset takes them; empty for anywhere. */
    public static void stayOn(String cores) {
        if (cores.isEmpty()) {
            return;
        }
        try {
            var taskset = new ProcessBuilder(
                            "taskset",
                            "-a",
                            "-p",
                            "-c",
                            cores,
                            Long.toString(ProcessHandle.current().pid()))
                    .redirectErrorStream(true)
                    .start();
            taskset.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much others use it: the load average of the last minute. */
    public static double load() {
        return Double.parseDouble(text("/proc/loadavg").split(" ", -1)[0]);
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }

    private static String value(String file, String key) {
        return text(file)
                .lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
