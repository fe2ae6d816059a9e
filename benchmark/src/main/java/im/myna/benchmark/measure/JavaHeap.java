package im.myna.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The heap of a Java process, asked by jcmd.
 *
 * @param used bytes
 * @param ranges where it lies in memory
 */
record JavaHeap(long used, List<Range> ranges) {
    private static final Pattern SPACE =
            Pattern.compile("total \\d+K, used (\\d+)K \\[0x([0-9a-f]+), (?:0x[0-9a-f]+, )?0x([0-9a-f]+)\\)");
    private static final int COLLECTIONS = 6;
    private static final long STEADY_BYTES = 1 << 18;
    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) .*");

    /** Addresses. */
    record Range(long from, long to) {
        boolean contains(long address) {
            return address >= from && address < to;
        }
    }

    JavaHeap {
        ranges = List.copyOf(ranges);
    }

    /** As it is when another collection finds next to nothing any more: what waits for a finalizer or cleaner goes with the next. */
    static JavaHeap collected(long pid) {
        var heap = once(pid);
        for (int i = 1; i < COLLECTIONS; i++) {
            var next = once(pid);
            boolean steady = Math.abs(heap.used - next.used) < STEADY_BYTES;
            heap = next;
            if (steady) {
                break;
            }
        }
        return heap;
    }

    private static JavaHeap once(long pid) {
        jcmd(pid, "GC.run");
        return parse(jcmd(pid, "GC.heap_info"));
    }

    /** From what the serial, parallel and G1 collectors say. */
    static JavaHeap parse(String info) {
        long used = 0;
        var ranges = new ArrayList<Range>();
        var spaces = SPACE.matcher(info);
        while (spaces.find()) {
            used += 1024 * Long.parseLong(spaces.group(1));
            ranges.add(new Range(
                    Long.parseUnsignedLong(spaces.group(2), 16), Long.parseUnsignedLong(spaces.group(3), 16)));
        }
        if (ranges.isEmpty()) {
            throw new IllegalStateException("cannot read what jcmd says of this collector's heap: " + info);
        }
        return new JavaHeap(used, ranges);
    }

    /** How much of it is in memory, used or not, by /proc/PID/smaps. */
    long resident(String smaps) {
        long kibibytes = 0;
        boolean inside = false;
        for (var line : smaps.lines().toList()) {
            var mapping = MAPPING.matcher(line);
            if (mapping.matches()) {
                long address = Long.parseUnsignedLong(mapping.group(1), 16);
                inside = ranges.stream().anyMatch(range -> range.contains(address));
            } else if (inside && line.startsWith("Rss:")) {
                kibibytes += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return kibibytes * 1024;
    }

    private static String jcmd(long pid, String command) {
        var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var process = new ProcessBuilder(program, Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
