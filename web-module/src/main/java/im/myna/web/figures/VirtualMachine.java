package im.myna.web.figures;

import io.prometheus.metrics.model.snapshots.Labels;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What Java knows of the process, by the names that Prometheus' own library for Java gives them. */
final class VirtualMachine {
    private static final double MILLIS = 1000;

    private VirtualMachine() {}

    static void write(Sheet sheet) {
        writeMemory(sheet);
        writeCollections(sheet);
        var runtime = ManagementFactory.getRuntimeMXBean();
        sheet.gauge(
                "process_start_time_seconds",
                "When the process started, in seconds since 1970.",
                runtime.getStartTime() / MILLIS);
        ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .ifPresent(used -> sheet.counters(
                        "process_cpu_seconds",
                        "What the process used of the processors.",
                        Map.of(Labels.EMPTY, seconds(used)),
                        Function.identity()));
        sheet.gauge(
                "jvm_threads_current",
                "Threads.",
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static void writeMemory(Sheet sheet) {
        var memory = ManagementFactory.getMemoryMXBean();
        var heap = memory.getHeapMemoryUsage();
        var other = memory.getNonHeapMemoryUsage();
        Function<String, Labels> labels = area -> Labels.of("area", area);
        sheet.gauges(
                "jvm_memory_used_bytes",
                "Memory in use.",
                Map.of("heap", heap.getUsed(), "nonheap", other.getUsed()),
                labels);
        sheet.gauges(
                "jvm_memory_max_bytes",
                "Memory that may be used; -1 where there is no bound.",
                Map.of("heap", heap.getMax(), "nonheap", other.getMax()),
                labels);
    }

    private static void writeCollections(Sheet sheet) {
        Function<String, Labels> labels = collector -> Labels.of("gc", collector);
        sheet.counters(
                "jvm_gc_collections",
                "Runs of the garbage collector.",
                each(GarbageCollectorMXBean::getCollectionCount),
                labels);
        sheet.counters(
                "jvm_gc_collection_seconds",
                "How long it ran.",
                each(collector -> collector.getCollectionTime() / MILLIS),
                labels);
    }

    private static Map<String, Double> each(ToDoubleFunction<GarbageCollectorMXBean> figure) {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .collect(Collectors.toMap(GarbageCollectorMXBean::getName, figure::applyAsDouble));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
