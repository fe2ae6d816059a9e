package im.myna.negotiation;

import im.myna.sasl.SaslCondition;
import im.myna.sasl.SaslException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Makes guessing passwords slow. An address that guessed wrongly waits before its next attempts, one after the other; wrong answers
 * about an account that is guessed at come late, from wherever they are asked. A right password from an address that does not guess
 * is never delayed, so nobody can lock out the owner of an account.
 *
 * <p>Used by all negotiations at once.
 */
final class Throttle {
    /** People mistype. */
    private static final int FREE = 5;

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(8);
    /** Longer than this nobody queues: the time to log in is over soon after. */
    private static final Duration QUEUE = Duration.ofSeconds(16);

    private static final double HALF_LIFE_SECONDS = 600;
    /** Addresses, and accounts: the last ones that were guessed from or at. */
    private static final int REMEMBERED = 10_000;

    private static final int NETWORK_BYTES = 8;

    private final Clock clock;
    private final BooleanSupplier enabled;
    private final Table addresses = new Table();
    private final Table accounts = new Table();

    Throttle(Clock clock, BooleanSupplier enabled) {
        this.clock = clock;
        this.enabled = enabled;
    }

    /**
     * How long an attempt from there has to wait.
     *
     * @throws SaslException temporary-auth-failure when too many are waiting there
     */
    Duration before(InetSocketAddress address) {
        return enabled.getAsBoolean() ? addresses.turn(network(address), clock.instant()) : Duration.ZERO;
    }

    /** How long an attempt from there would come too soon, for those who are sent away instead of waiting their turn. */
    Duration pause(InetSocketAddress address) {
        return enabled.getAsBoolean() ? addresses.pause(network(address), clock.instant()) : Duration.ZERO;
    }

    /** A guess was wrong. How long the answer has to wait. */
    Duration failed(InetSocketAddress address, String account) {
        if (!enabled.getAsBoolean()) {
            return Duration.ZERO;
        }
        var now = clock.instant();
        addresses.another(network(address), now);
        return account.isEmpty() ? Duration.ZERO : accounts.another(account, now);
    }

    /** One subscriber's: with IPv6, everything behind the first half. */
    private static String network(InetSocketAddress address) {
        if (address.isUnresolved()) {
            return address.getHostString();
        }
        var bytes = address.getAddress().getAddress();
        return Arrays.toString(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
    }

    private static final class Table {
        private final Map<String, Guesses> known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Guesses> eldest) {
                return size() > REMEMBERED;
            }
        };

        synchronized Duration turn(String key, Instant now) {
            var guesses = known.get(key);
            return guesses == null ? Duration.ZERO : guesses.turn(now);
        }

        synchronized Duration pause(String key, Instant now) {
            var guesses = known.get(key);
            return guesses == null ? Duration.ZERO : guesses.pause(now);
        }

        synchronized Duration another(String key, Instant now) {
            return known.computeIfAbsent(key, name -> new Guesses(now)).another(now);
        }
    }

    /** What was guessed wrongly of late; each guess counts half as much every ten minutes. */
    private static final class Guesses {
        private double count;
        private Instant counted;
        private Instant lastTurn;
        private Instant last;

        Guesses(Instant now) {
            counted = now;
            lastTurn = now;
            last = now;
        }

        Duration another(Instant now) {
            fade(now);
            count++;
            last = now;
            return delay();
        }

        Duration turn(Instant now) {
            fade(now);
            var delay = delay();
            if (delay.isZero()) {
                return delay;
            }
            var turn = (lastTurn.isAfter(now) ? lastTurn : now).plus(delay);
            var wait = Duration.between(now, turn);
            if (wait.compareTo(QUEUE) > 0) {
                throw new SaslException(SaslCondition.TEMPORARY_AUTH_FAILURE);
            }
            lastTurn = turn;
            return wait;
        }

        Duration pause(Instant now) {
            fade(now);
            var left = Duration.between(now, last.plus(delay()));
            return left.isNegative() ? Duration.ZERO : left;
        }

        private void fade(Instant now) {
            double seconds = Math.max(0, Duration.between(counted, now).toMillis() / 1000.0);
            count *= Math.pow(0.5, seconds / HALF_LIFE_SECONDS);
            counted = now;
        }

        private Duration delay() {
            if (count <= FREE) {
                return Duration.ZERO;
            }
            double times = Math.pow(2, Math.min(count - FREE - 1, 10));
            return Duration.ofMillis(Math.min(Math.round(FIRST.toMillis() * times), LONGEST.toMillis()));
        }
    }
}
