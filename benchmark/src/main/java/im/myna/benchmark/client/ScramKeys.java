package im.myna.benchmark.client;

import java.util.HashMap;
import java.util.Map;

/**
 * The stretched passwords of accounts that have logged in before, so that a measured log-in costs the load generator no stretching.
 * One for each account, only used on the event loop.
 */
final class ScramKeys {
    private final Map<Account, Scram.Keys> keys = new HashMap<>();

    /** Makes keys the slow way. */
    @FunctionalInterface
    interface Stretching {
        Scram.Keys keys(String salt, int iterations);
    }

    Scram.Keys of(Account account, Mechanism mechanism, String salt, int iterations, Stretching stretching) {
        var key = new Account(account.name(), account.password(), mechanism.title());
        var known = keys.get(key);
        if (known == null || !known.salt().equals(salt) || known.iterations() != iterations) {
            known = stretching.keys(salt, iterations);
            keys.put(key, known);
        }
        return known;
    }
}
