package im.myna.blackbox.server;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Target;
import java.util.concurrent.atomic.AtomicInteger;

/** Accounts that no other test uses, made by in-band registration. */
public final class Accounts {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    // So that a server that was not started by this test can be used twice.
    private static final String RUN = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    private final Target server;

    /** Somebody. */
    public record Account(String username, String password) {}

    Accounts(Target server) {
        this.server = server;
    }

    /** A name that nobody has. */
    public String fresh(String name) {
        return name + "-" + RUN + "-" + NUMBER.incrementAndGet();
    }

    /** An account whose name begins like that. */
    public Account make(String name) {
        var account = new Account(fresh(name), "secret of " + name);
        try (var client = RawClient.connect(server)) {
            client.register(account.username(), account.password());
        }
        return account;
    }
}
