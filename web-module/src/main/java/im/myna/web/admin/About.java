package im.myna.web.admin;

import im.myna.administration.ServerState;
import im.myna.administration.ServerState.Snapshot;
import im.myna.administration.Users;
import im.myna.web.admin.frame.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells which server this is. */
@Named
@RequestScoped
public class About {
    @Inject
    private ServerState state;

    @Inject
    private Users users;

    @Inject
    private Viewer viewer;

    public Snapshot now() {
        return state.snapshot(viewer.actor());
    }

    /** For how long it runs. */
    public Duration uptime() {
        return Duration.between(now().started(), Instant.now());
    }

    public List<String> domains() {
        return users.domains(viewer.actor());
    }
}
