package im.myna.store.account;

import im.myna.sasl.ScramVerifier;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What proves a password by one hash; the hash is the key in the account's map. */
@Embeddable
class VerifierPart {
    @Column(name = "salt", nullable = false)
    private byte[] salt;

    @Column(name = "iterations", nullable = false)
    private int iterations;

    @Column(name = "stored_key", nullable = false)
    private byte[] storedKey;

    @Column(name = "server_key", nullable = false)
    private byte[] serverKey;

    VerifierPart() {}

    VerifierPart(ScramVerifier verifier) {
        salt = verifier.salt();
        iterations = verifier.iterations();
        storedKey = verifier.storedKey();
        serverKey = verifier.serverKey();
    }

    ScramVerifier verifier(String hash) {
        return new ScramVerifier(hash, salt, iterations, storedKey, serverKey);
    }
}
