package im.myna.feature.xep0077_registration;

import im.myna.settings.LiveSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who made how many accounts in the last hour. */
@ApplicationScoped
public class Addresses {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;

    // Guarded by itself. Bounded: the address that has been quiet longest is forgotten.
    private final Map<InetAddress, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Count> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Inject
    private LiveSettings settings;

    @Inject
    private Clock clock;

    private record Count(Instant since, int accounts) {}

    /** Counts one more, unless there have been enough. */
    boolean mayRegister(InetAddress address) {
        int limit = settings.now().limits().registrationsPerAddress();
        synchronized (counts) {
            var now = clock.instant();
            var known = counts.get(address);
            var count = known == null || known.since().plus(WINDOW).isBefore(now) ? new Count(now, 0) : known;
            if (limit > 0 && count.accounts() >= limit) {
                return false;
            }
            counts.put(address, new Count(count.since(), count.accounts() + 1));
            return true;
        }
    }
}
