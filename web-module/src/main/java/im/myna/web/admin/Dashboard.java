package im.myna.web.admin;

import im.myna.administration.ServerState;
import im.myna.administration.ServerState.Snapshot;
import im.myna.administration.Users;
import im.myna.administration.server.Cautions;
import im.myna.administration.server.Cautions.Caution;
import im.myna.administration.server.History;
import im.myna.administration.server.History.Moment;
import im.myna.store.account.Search;
import im.myna.web.admin.frame.Phrases;
import im.myna.web.admin.frame.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How the server does: now, and in the last hour. */
@Named
@RequestScoped
public class Dashboard {
    private static final double MEBI = 1 << 20;

    @Inject
    private ServerState state;

    @Inject
    private Users users;

    @Inject
    private History history;

    @Inject
    private Cautions cautions;

    @Inject
    private Viewer viewer;

    @Inject
    private Phrases phrases;

    private List<Moment> moments = List.of();

    public Snapshot now() {
        return state.snapshot(viewer.actor());
    }

    public int sessions() {
        return now().sessions().values().stream().mapToInt(Integer::intValue).sum();
    }

    public long accounts() {
        return users.domains(viewer.actor()).stream()
                .mapToLong(domain -> users.count(viewer.actor(), Search.in(domain)))
                .sum();
    }

    public List<Caution> cautions() {
        return viewer.seesAll() ? cautions.list(viewer.actor()) : List.of();
    }

    /** What to say about it. */
    public String words(Caution caution) {
        return switch (caution.kind()) {
            case CERTIFICATE -> phrases.of("caution.certificate", caution.subject());
            case PASSWORD -> phrases.of("caution.password", caution.subject());
            case DATABASE -> phrases.of("caution.database", caution.subject());
        };
    }

    /** The curves of the last hour, for those who see the whole server. */
    public List<Curve> curves() {
        if (!viewer.seesAll()) {
            return List.of();
        }
        moments = history.since(viewer.actor(), Instant.EPOCH);
        double step = History.STEP.toSeconds();
        return List.of(
                curve("sessions", Moment::sessions),
                curve("stanzas", moment -> (moment.received() + moment.sent()) / step),
                curve("logins", Moment::logins),
                curve("memory", moment -> moment.memory() / MEBI),
                curve("threads", Moment::threads),
                curve("workers", Moment::busy),
                curve("connections", Moment::connections),
                curve("waits", Moment::connectionWaitMillis));
    }

    private Curve curve(String name, ToDoubleFunction<Moment> figure) {
        return new Curve(name, moments.stream().mapToDouble(figure).boxed().toList());
    }
}
