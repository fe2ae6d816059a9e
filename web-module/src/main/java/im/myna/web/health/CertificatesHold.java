package im.myna.web.health;

import im.myna.web.figures.Adapter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether no certificate has ended: with such a one no client would go on. */
@Readiness
@ApplicationScoped
public class CertificatesHold implements HealthCheck {
    @Inject
    private Adapter adapter;

    @Inject
    private Clock clock;

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("certificate");
        long now = clock.instant().getEpochSecond();
        boolean hold = true;
        for (var end : adapter.certificateEnds().entrySet()) {
            hold &= end.getValue() > now;
            response.withData(
                    end.getKey(), Instant.ofEpochSecond(end.getValue()).toString());
        }
        return response.status(hold).build();
    }
}
