package im.myna.benchmark.client;

/** A server did not let somebody in, or threw somebody out. */
public class LoginException extends RuntimeException {
    LoginException(Account account, String what) {
        super(account.name() + ": " + what);
    }
}
