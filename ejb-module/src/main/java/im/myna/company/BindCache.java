package im.myna.company;

import im.myna.jid.Jid;
import im.myna.sasl.ScramHash;
import im.myna.sasl.ScramVerifier;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Passwords that were right a moment ago, as salted verifiers, so that many who come back at once do not all ask the directory. */
final class BindCache {
    private static final System.Logger LOG = System.getLogger(BindCache.class.getName());
    /** Those who came last. */
    private static final int MOST = 20_000;

    private static final int SALT_BYTES = 16;
    private static final int ITERATIONS = 4096;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final long nanos;
    private final LongSupplier clock;

    // Guarded by itself.
    private final Map<Jid, Proof> proofs = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Jid, Proof> eldest) {
            return size() > MOST;
        }
    };

    private record Proof(ScramVerifier verifier, long until) {}

    /** @param kept zero for nothing */
    BindCache(Duration kept, LongSupplier clock) {
        nanos = kept.toNanos();
        this.clock = clock;
    }

    /** Whether that password was right a moment ago. Takes some milliseconds if there was one. */
    boolean knows(Jid account, String password) {
        Proof proof;
        synchronized (proofs) {
            proof = proofs.get(account);
            if (proof == null) {
                return false;
            }
            if (clock.getAsLong() - proof.until() >= 0) {
                proofs.remove(account);
                return false;
            }
        }
        return proof.verifier().matches(password);
    }

    void put(Jid account, String password) {
        if (nanos == 0) {
            return;
        }
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        try {
            var verifier = ScramVerifier.of(ScramHash.SHA_256, password, salt, ITERATIONS);
            var proof = new Proof(verifier, clock.getAsLong() + nanos);
            synchronized (proofs) {
                proofs.put(account, proof);
            }
        } catch (IllegalArgumentException e) {
            // A directory may take passwords that SASLprep does not.
            LOG.log(Level.DEBUG, "not cached account={0} reason={1}", account, e.getMessage());
        }
    }

    void forget(Jid account) {
        synchronized (proofs) {
            proofs.remove(account);
        }
    }

    int size() {
        synchronized (proofs) {
            return proofs.size();
        }
    }
}
