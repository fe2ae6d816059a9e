package im.myna.store;

import im.myna.jid.Jid;
import im.myna.store.account.Account;
import im.myna.store.account.Role;
import java.time.Instant;
import java.util.List;

/** Who plays in the tests. */
public final class Cast {
    public static final Jid JULIET = Jid.of("juliet@im.example.com");
    public static final Jid ROMEO = Jid.of("romeo@im.example.com");
    public static final Jid NURSE = Jid.of("nurse@im.example.com");
    public static final Jid NOBODY = Jid.of("nobody@im.example.com");

    private Cast() {}

    /** Lets them have accounts. */
    public static void enter(Database database, Jid... accounts) {
        database.transaction(() -> {
            for (var account : accounts) {
                database.accounts().add(new Account(account, Role.USER, List.of(), Instant.EPOCH));
            }
            return accounts.length;
        });
    }

    public static void leave(Database database, Jid account) {
        database.transaction(() -> database.accounts().remove(account));
    }
}
