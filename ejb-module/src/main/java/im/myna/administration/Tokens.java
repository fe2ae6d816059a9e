package im.myna.administration;

import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException.Reason;
import im.myna.store.account.AccountStore;
import im.myna.store.token.AccessToken;
import im.myna.store.token.Scope;
import im.myna.store.token.TokenStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Secrets that programs use in place of a password. Only their digests are kept. */
@ApplicationScoped
public class Tokens {
    /** What every secret begins with, so that it is recognized where it should not be. */
    public static final String PREFIX = "myna_";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 9;
    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST = Duration.ofDays(366);

    /** That a token is in use is written down so often. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    @Inject
    private TokenStore tokens;

    @Inject
    private AccountStore accounts;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    /** A new one, and its secret, which nobody can tell again. */
    public record Issued(AccessToken token, String secret) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Issued[" + token + "]";
        }
    }

    /** His own. */
    public List<AccessToken> list(Actor actor) {
        return tokens.of(actor.jid());
    }

    /** @throws RefusedException CONFLICT when he has too many */
    public Issued issue(Actor actor, String name, Set<Scope> scopes, Instant expires) {
        actor.mustWrite();
        var now = clock.instant();
        if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf(0) >= 0) {
            throw new RefusedException(Reason.INVALID, "a token has a name of at most " + LONGEST_NAME + " characters");
        }
        if (scopes.isEmpty()) {
            throw new RefusedException(Reason.INVALID, "a token is good for something: 'read' or 'write'");
        }
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            throw new RefusedException(
                    Reason.INVALID, "a token expires in the future, in at most " + LONGEST.toDays() + " days");
        }
        var token = new AccessToken(random(ID_BYTES), actor.jid(), name, scopes, now, expires, Instant.EPOCH);
        var secret = PREFIX + random(SECRET_BYTES);
        var deed = Deed.of("token.add", actor.jid()).to("id=" + token.id() + " scopes=" + scopes);
        if (!chronicle.change(actor, deed, () -> tokens.add(token, digest(secret)))) {
            throw new RefusedException(Reason.CONFLICT, "there are too many tokens already");
        }
        return new Issued(token, secret);
    }

    /** One of his own. */
    public void revoke(Actor actor, String id) {
        actor.mustWrite();
        var deed = Deed.of("token.remove", actor.jid()).from("id=" + id);
        if (!chronicle.change(actor, deed, () -> tokens.remove(actor.jid(), id))) {
            throw new RefusedException(Reason.NOT_FOUND, "you have no such token");
        }
    }

    /** Who brings that secret from there; empty when it is nobody's, or not any more, or its owner may not log in. */
    public Optional<Actor> bearer(String secret, String address) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var found = tokens.find(digest(secret)).filter(token -> !token.expired(now));
        var actor = found.flatMap(token -> accounts.find(token.owner())
                .filter(account -> !account.lock().closed(now))
                .map(account ->
                        new Actor(account.jid(), account.role(), token.scopes().contains(Scope.WRITE), address)));
        if (actor.isPresent()) {
            found.filter(token -> token.used().plus(NOTED).isBefore(now))
                    .ifPresent(token -> tokens.used(token.id(), now));
        }
        return actor;
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
