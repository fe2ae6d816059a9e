package im.myna.administration;

import im.myna.link.Door;
import im.myna.session.Sessions;
import im.myna.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How the server is. */
@ApplicationScoped
public class ServerState {
    @Inject
    private Sessions sessions;

    @Inject
    private Settings settings;

    /**
     * At one moment.
     *
     * @param version "development" for classes that were never packed
     * @param sessions by door; those that the asker may see
     * @param memory bytes in use, and at most
     * @param database the kind of it, such as "h2"
     */
    public record Snapshot(
            String version,
            String java,
            Instant started,
            Map<Door, Integer> sessions,
            Memory memory,
            int threads,
            String database) {
        /** The heap. */
        public record Memory(long used, long most) {}

        public Snapshot {
            sessions = Map.copyOf(sessions);
        }
    }

    public Snapshot snapshot(Actor actor) {
        actor.mustSeeServer();
        var doors = new EnumMap<Door, Integer>(Door.class);
        for (var door : Door.values()) {
            doors.put(door, 0);
        }
        sessions.forEach(session -> {
            if (actor.seesAll() || session.jid().domain().equals(actor.jid().domain())) {
                doors.merge(session.link().door(), 1, Integer::sum);
            }
        });
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new Snapshot(
                Optional.ofNullable(ServerState.class.getPackage().getImplementationVersion())
                        .orElse("development"),
                Runtime.version().toString(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                doors,
                new Snapshot.Memory(heap.getUsed(), heap.getMax()),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                kind(settings.database().url()));
    }

    /** "jdbc:postgresql://..." is "postgresql". */
    private static String kind(String url) {
        var parts = url.split(":", 3);
        return parts.length > 1 ? parts[1] : "";
    }
}
