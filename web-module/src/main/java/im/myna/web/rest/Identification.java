package im.myna.web.rest;

import im.myna.administration.Actor;
import im.myna.administration.Passes;
import im.myna.administration.Tokens;
import im.myna.negotiation.Passwords;
import im.myna.settings.Settings;
import im.myna.web.door.BasicCredentials;
import im.myna.web.door.Problem;
import im.myna.web.door.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Finds out who sends a request: by the name and password of an account (RFC 7617), or by a token (RFC 6750). */
@ApplicationScoped
public class Identification {
    private static final String SCHEME = "bearer ";
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String BASIC = "Basic realm=\"Myna\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"Myna\"";

    @Inject
    private Passwords passwords;

    @Inject
    private Tokens tokens;

    @Inject
    private Passes passes;

    @Inject
    private Settings settings;

    /** What came of it. */
    sealed interface Outcome {}

    record Known(Actor actor) implements Outcome {}

    /** @param late how long to wait until it is said */
    record Refused(Problem problem, Duration late) implements Outcome {}

    /** @param header "Authorization", empty when there is none */
    Outcome of(String header, Visitor visitor) {
        if (!visitor.security().encrypted()) {
            return refused(Problem.of(403, "passwords and tokens may come by https only"));
        }
        var address = visitor.address().getAddress().getHostAddress();
        if (header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            var secret = header.substring(SCHEME.length()).strip();
            return passes.bearer(secret, address)
                    .or(() -> tokens.bearer(secret, address))
                    .filter(actor -> settings.domains().contains(actor.jid().domain()))
                    .<Outcome>map(Known::new)
                    // RFC 6750, 3.1
                    .orElseGet(() -> refused(Problem.of(401, "this token is not good, or not any more")
                            .with(CHALLENGE, BEARER + ", error=\"invalid_token\"")));
        }
        return BasicCredentials.of(header)
                .map(credentials -> check(credentials, visitor, address))
                .orElseGet(() -> refused(unknown("who are you?")));
    }

    private Outcome check(BasicCredentials credentials, Visitor visitor, String address) {
        var answer = passwords.check(credentials.user(), credentials.password(), visitor.address());
        if (answer instanceof Passwords.Right right) {
            var account = right.account();
            return new Known(new Actor(account.jid(), account.role(), true, address));
        }
        if (answer instanceof Passwords.Wrong wrong) {
            return new Refused(unknown("wrong user or password"), wrong.late());
        }
        if (answer instanceof Passwords.Closed) {
            return refused(Problem.of(403, "this account is closed"));
        }
        return answer instanceof Passwords.TooSoon soon
                ? refused(later(429, "too many wrong passwords came from your address", soon.pause()))
                : refused(later(503, "not now", ((Passwords.Busy) answer).pause()));
    }

    private static Problem unknown(String detail) {
        return Problem.of(401, detail).with(CHALLENGE, BASIC + ", " + BEARER);
    }

    private static Problem later(int status, String detail, Duration pause) {
        return Problem.of(status, detail).with("Retry-After", Long.toString(pause.toSeconds() + 1));
    }

    private static Refused refused(Problem problem) {
        return new Refused(problem, Duration.ZERO);
    }
}
