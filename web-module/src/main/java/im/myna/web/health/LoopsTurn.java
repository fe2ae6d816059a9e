package im.myna.web.health;

import im.myna.figures.EventLoopMXBean;
import im.myna.web.figures.Adapter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether the event loops still turn: one that stands is a bug that nothing but a new start cures. */
@Liveness
@ApplicationScoped
public class LoopsTurn implements HealthCheck {
    /** Longer than a pause of the garbage collector. */
    private static final double TOO_LATE_SECONDS = 30;

    @Inject
    private Adapter adapter;

    @Override
    public HealthCheckResponse call() {
        double behind = adapter.loops().values().stream()
                .mapToDouble(EventLoopMXBean::getSecondsBehind)
                .max()
                .orElse(0);
        return HealthCheckResponse.named("event-loops")
                .withData("milliseconds-behind", Math.round(behind * 1000))
                .status(behind < TOO_LATE_SECONDS)
                .build();
    }
}
