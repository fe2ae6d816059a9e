package im.myna.negotiation;

import im.myna.jid.Jid;
import im.myna.sasl.SaslException;
import im.myna.settings.Settings;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Says whether a password is somebody's, for those who bring one without a stream. Guesses count together with those of log-ins. May
 * block, but waits for nobody except, for some seconds, who keeps passwords elsewhere: who has to wait is told how long.
 */
@ApplicationScoped
public class Passwords {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    /** Until who keeps a password elsewhere has answered. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Semaphore waiting = new Semaphore(16);

    @Inject
    private Negotiations negotiations;

    @Inject
    private AccountStore accounts;

    @Inject
    private Settings settings;

    /** What came of it. */
    public sealed interface Answer {}

    /** It is that account's, which may log in. */
    public record Right(Account account) implements Answer {}

    /** It is that of an account which may not log in. */
    public record Closed() implements Answer {}

    /** It is nobody's; that has to be said so much later. */
    public record Wrong(Duration late) implements Answer {}

    /** Nothing was looked at: too many guesses came from that address. */
    public record TooSoon(Duration pause) implements Answer {}

    /** Nothing was looked at: too much is going on. */
    public record Busy(Duration pause) implements Answer {}

    /** @param name "juliet@im.example.com", or "juliet" at the main domain */
    public Answer check(String name, String password, InetSocketAddress from) {
        var pause = negotiations.throttle().pause(from);
        if (!pause.isZero()) {
            return new TooSoon(pause);
        }
        var claim = claim(name);
        try {
            return switch (checked(claim, password)) {
                case RIGHT ->
                    accounts.find(claim.account()).<Answer>map(Right::new).orElse(new Wrong(Duration.ZERO));
                case WRONG -> new Wrong(negotiations.throttle().failed(from, claim.name()));
                case BUSY -> new Busy(MOMENT);
            };
        } catch (SaslException e) {
            return switch (e.condition()) {
                case NOT_AUTHORIZED -> new Wrong(negotiations.throttle().failed(from, claim.name()));
                case ACCOUNT_DISABLED, CREDENTIALS_EXPIRED -> new Closed();
                default -> new Busy(MOMENT);
            };
        }
    }

    private Credentials.Verdict checked(Credentials.Claim claim, String password) {
        var credentials = negotiations.credentials();
        var question = credentials.elsewhere(claim, password);
        if (question.isEmpty()) {
            return credentials.check(claim, password);
        }
        credentials.judge(claim, awaited(question.get()));
        return Credentials.Verdict.RIGHT;
    }

    /** Of answers that are not there yet, only so many keep a thread of the web server's. */
    private Elsewhere.Answer awaited(CompletableFuture<Supplier<Elsewhere.Answer>> question) {
        if (question.isDone()) {
            return question.join().get();
        }
        if (!waiting.tryAcquire()) {
            return Elsewhere.Answer.AWAY;
        }
        try {
            return question.get(LONGEST.toSeconds(), TimeUnit.SECONDS).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Elsewhere.Answer.AWAY;
        } catch (ExecutionException | TimeoutException e) {
            return Elsewhere.Answer.AWAY;
        } finally {
            waiting.release();
        }
    }

    /** What names no domain of ours is nobody's, but it is looked at like any other name. */
    private Credentials.Claim claim(String name) {
        int at = name.lastIndexOf('@');
        var domain = at < 0 ? settings.domains().get(0) : name.substring(at + 1);
        var username = at < 0 ? name : name.substring(0, at);
        return settings.domains().contains(domain)
                ? Credentials.Claim.of(domain, username)
                : new Credentials.Claim(Jid.NONE, name);
    }
}
