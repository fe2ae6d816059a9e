package im.myna.web.figures;

import im.myna.figures.Histogram;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is written down for one reader. */
final class Sheet {
    private static final double[] BOUNDS = Stream.concat(Histogram.BOUNDS.stream(), Stream.of(Double.POSITIVE_INFINITY))
            .mapToDouble(Double::doubleValue)
            .toArray();

    private final MetricSnapshots.Builder figures = MetricSnapshots.builder();

    MetricSnapshots whole() {
        return figures.build();
    }

    /** Something that goes up and down. */
    void gauge(String name, String help, double value) {
        gauges(name, help, Map.of(Labels.EMPTY, value), Function.identity());
    }

    <K> void gauges(String name, String help, Map<K, ? extends Number> values, Function<K, Labels> labels) {
        var gauge = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((key, value) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(labels.apply(key))
                .value(value.doubleValue())
                .build()));
        figures.metricSnapshot(gauge.build());
    }

    /** Something that only goes up. The name goes without "_total", which is put behind it. */
    <K> void counters(String name, String help, Map<K, ? extends Number> counts, Function<K, Labels> labels) {
        var counter = CounterSnapshot.builder().name(name).help(help);
        counts.forEach((key, count) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .labels(labels.apply(key))
                .value(count.doubleValue())
                .build()));
        figures.metricSnapshot(counter.build());
    }

    <K> void histograms(String name, String help, Map<K, Histogram.Reading> readings, Function<K, Labels> labels) {
        var histogram = HistogramSnapshot.builder().name(name).help(help);
        readings.forEach((key, reading) -> histogram.dataPoint(HistogramDataPointSnapshot.builder()
                .labels(labels.apply(key))
                .classicHistogramBuckets(ClassicHistogramBuckets.of(
                        BOUNDS,
                        reading.counts().stream().mapToLong(Long::longValue).toArray()))
                .sum(reading.seconds())
                .build()));
        figures.metricSnapshot(histogram.build());
    }
}
