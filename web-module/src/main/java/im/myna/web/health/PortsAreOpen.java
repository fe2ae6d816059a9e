package im.myna.web.health;

import im.myna.figures.ListenerMXBean;
import im.myna.settings.Settings;
import im.myna.web.figures.Adapter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether clients can come in by TCP. That they can by HTTP says the answer itself. */
@Readiness
@ApplicationScoped
public class PortsAreOpen implements HealthCheck {
    @Inject
    private Settings settings;

    @Inject
    private Adapter adapter;

    @Override
    public HealthCheckResponse call() {
        var open = adapter.listeners().stream()
                .filter(ListenerMXBean::isOpen)
                .map(ListenerMXBean::getPort)
                .collect(Collectors.toSet());
        var closed = IntStream.of(settings.ports().client(), settings.ports().clientTls())
                .filter(port -> port != 0 && !open.contains(port))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
        var response = HealthCheckResponse.named("listeners");
        return closed.isEmpty()
                ? response.up().build()
                : response.withData("closed", closed).down().build();
    }
}
