package im.myna.web.health;

import im.myna.entry.Beginning;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the tables are up to date and there is an account. */
@Startup
@ApplicationScoped
public class Started implements HealthCheck {
    @EJB
    private Beginning beginning;

    @Override
    public HealthCheckResponse call() {
        beginning.await();
        return HealthCheckResponse.up("started");
    }
}
