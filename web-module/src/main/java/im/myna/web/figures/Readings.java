package im.myna.web.figures;

import im.myna.entry.Streams;
import im.myna.entry.Workers;
import im.myna.figures.EventLoopMXBean;
import im.myna.figures.Figures;
import im.myna.figures.Flow;
import im.myna.figures.Histogram;
import im.myna.figures.ListenerMXBean;
import im.myna.link.Door;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.settings.Settings;
import im.myna.store.measure.Pool;
import im.myna.web.door.Porter;
import im.myna.web.rest.message.Words;
import io.prometheus.metrics.model.snapshots.Labels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Writes down what the server knows of itself. What is costly is asked for when somebody reads, not before. */
@ApplicationScoped
public class Readings {
    @Inject
    private Figures figures;

    @Inject
    private Sessions sessions;

    @Inject
    private Streams streams;

    @Inject
    private Workers workers;

    @Inject
    private Pool pool;

    @Inject
    private Porter porter;

    @Inject
    private Settings settings;

    @Inject
    private Adapter adapter;

    private record Place(Door door, String domain) {}

    void write(Sheet sheet) {
        writeSessions(sheet);
        writeTraffic(sheet);
        writeStores(sheet);
        writeConnections(sheet);
        writeQueues(sheet);
        writeLoops(sheet);
        writePorts(sheet);
    }

    /** Also where there are none, so that a graph of them has no gaps. */
    private void writeSessions(Sheet sheet) {
        var counts = new HashMap<Place, Integer>();
        var bytes = new HashMap<Door, Long>();
        for (var door : Door.values()) {
            bytes.put(door, 0L);
            settings.domains().forEach(domain -> counts.put(new Place(door, domain), 0));
        }
        sessions.forEach((Session session) -> {
            var link = session.link();
            counts.merge(new Place(link.door(), session.jid().domain()), 1, Integer::sum);
            bytes.merge(link.door(), link.traffic().waiting(), Long::sum);
        });
        sheet.gauges(
                "myna_sessions",
                "Connected resources.",
                counts,
                place -> Labels.of("door", Words.of(place.door()), "domain", place.domain()));
        sheet.gauge("myna_streams", "Streams, those included that are not logged in.", streams.count());
        sheet.gauges(
                "myna_output_waiting_bytes",
                "What was written to sessions and their clients have not taken yet.",
                bytes,
                door -> Labels.of("door", Words.of(door)));
    }

    private void writeTraffic(Sheet sheet) {
        Function<Flow, Labels> labels = flow -> Labels.of("kind", flow.kind(), "result", flow.result());
        sheet.counters(
                "myna_stanzas_received",
                "Stanzas that came in; refused are those with an address that is none.",
                figures.received().counts(),
                labels);
        sheet.counters(
                "myna_stanzas_sent", "Stanzas that went out.", figures.sent().counts(), labels);
        sheet.counters(
                "myna_logins",
                "Log-ins by SASL mechanism: success, or the condition of the failure.",
                figures.logins().counts(),
                login -> Labels.of("mechanism", login.mechanism(), "outcome", login.outcome()));
        sheet.histograms(
                "myna_routing_seconds",
                "From stanzas coming in to the last of them being handled; every eighth batch of a stream is timed.",
                Map.of(Labels.EMPTY, figures.routing().read()),
                Function.identity());
    }

    private void writeStores(Sheet sheet) {
        Function<String, Labels> labels = store -> Labels.of("store", store);
        sheet.histograms(
                "myna_store_seconds",
                "What a call of a store took, to the end of its transaction.",
                figures.stores().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                        .read())),
                labels);
        sheet.counters(
                "myna_store_failures",
                "Calls of a store that ended with a fault.",
                figures.storeFailures().counts(),
                labels);
    }

    private void writeConnections(Sheet sheet) {
        var connections = pool.read();
        sheet.gauge(
                "myna_database_connections_lent", "Connections to the database in use.", (double) connections.lent());
        sheet.gauge("myna_database_connections_max", "How many there may be.", Pool.SIZE);
        sheet.counters(
                "myna_database_connection_failures",
                "How often there was no connection to be had.",
                Map.of(Labels.EMPTY, connections.failures()),
                Function.identity());
        sheet.histograms(
                "myna_database_connection_wait_seconds",
                "What it took to get a connection to the database.",
                Map.of(Labels.EMPTY, connections.waits()),
                Function.identity());
    }

    private void writeQueues(Sheet sheet) {
        sheet.gauges(
                "myna_queue_length",
                "Tasks that wait for a thread: of streams for the database, of browsers' links.",
                Map.of("workers", workers.waiting(), "web", porter.waiting()),
                queue -> Labels.of("queue", queue));
        sheet.gauge("myna_workers_busy", "Threads that ask the database.", workers.busy());
    }

    private void writeLoops(Sheet sheet) {
        var loops = adapter.loops();
        Function<String, Labels> labels = loop -> Labels.of("loop", loop);
        sheet.histograms(
                "myna_event_loop_lag_seconds",
                "How late an event loop was, asked once a second.",
                loops.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> reading(each.getValue()))),
                labels);
        sheet.gauges(
                "myna_event_loop_behind_seconds",
                "How late an event loop is now.",
                each(loops, EventLoopMXBean::getSecondsBehind),
                labels);
        sheet.gauges(
                "myna_event_loop_pending_tasks",
                "Tasks that wait for an event loop.",
                each(loops, EventLoopMXBean::getPendingTasks),
                labels);
    }

    private void writePorts(Sheet sheet) {
        sheet.gauges(
                "myna_connections",
                "Connections by TCP, those in a handshake included.",
                adapter.listeners().stream()
                        .collect(Collectors.toMap(Function.identity(), ListenerMXBean::getConnections)),
                port -> Labels.of(
                        "door", Words.of(Door.valueOf(port.getDoor())), "port", String.valueOf(port.getPort())));
        sheet.gauges(
                "myna_certificate_expiry_timestamp_seconds",
                "When the certificate of a domain ends, in seconds since 1970.",
                adapter.certificateEnds(),
                domain -> Labels.of("domain", domain));
    }

    private static Histogram.Reading reading(EventLoopMXBean loop) {
        return new Histogram.Reading(loop.getLagCounts(), loop.getLagSeconds());
    }

    private static Map<String, Double> each(
            Map<String, EventLoopMXBean> loops, ToDoubleFunction<EventLoopMXBean> figure) {
        return loops.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> figure.applyAsDouble(each.getValue())));
    }
}
