package im.myna.benchmark.scenario;

import im.myna.benchmark.client.Account;
import im.myna.benchmark.client.Login;
import im.myna.benchmark.measure.Meter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Many who log in and go again. */
public final class Logins {
    /** More accounts than log-ins under way, so that nobody comes back before he has gone. */
    private static final int ACCOUNTS_FOR_EACH = 4;
    /** So many times as long as others they warm up: a log-in runs much more code than a message does, and some hundred times less often. */
    public static final int WARM_UPS = 2;

    private final Stage stage;
    private final Login login;
    private final Deque<Account> waiting = new ArrayDeque<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private boolean going = true;
    private int underWay;
    private long done;

    private Logins(Stage stage, Login login, List<Account> accounts) {
        this.stage = stage;
        this.login = login;
        waiting.addAll(accounts);
    }

    /** Plays it behind TLS, and without where that is the way of the run. */
    public static void play(Stage stage) {
        var accounts = stage.accounts()
                .range("login", 0, ACCOUNTS_FOR_EACH * stage.load().logins());
        // Makes them, and stretches their passwords for the load generator.
        Accounts.logOut(stage.clients(), stage.accounts().logIn(stage.clients(), accounts, stage.login()));
        var mechanism = stage.login().mechanism().title();
        play(stage, stage.login().encrypted(true), accounts, "Log-in, " + mechanism + " over TLS");
        if (!stage.login().tls()) {
            play(stage, stage.login(), accounts, "Log-in, " + mechanism + " without TLS");
        }
    }

    private static void play(Stage stage, Login login, List<Account> accounts, String title) {
        var cost = new Logins(stage, login, accounts).measured();
        stage.report().add(title + ": per second", cost.perSecond());
        stage.report().add(title + ": server CPU, ms", cost.microseconds() / 1e3);
        stage.report().add(title + ": the load's own CPU, ms", cost.ownMicroseconds() / 1e3);
    }

    private Meter.Cost measured() {
        stage.clients().run(() -> {
            for (int i = 0; i < stage.load().logins(); i++) {
                next();
            }
        });
        var cost = stage.measure(stage.timing().warmUp().multipliedBy(WARM_UPS), () -> done);
        stage.clients().run(() -> going = false);
        over.join();
        return cost;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What can fail is handed to 'over'.
    private void next() {
        var account = waiting.remove();
        underWay++;
        stage.clients()
                .logIn(account, login)
                .thenCompose(client -> {
                    done++;
                    return client.close();
                })
                .whenComplete((gone, failure) -> ended(account, failure));
    }

    private void ended(Account account, Throwable failure) {
        underWay--;
        waiting.add(account);
        if (failure != null) {
            over.completeExceptionally(failure);
        } else if (going && !over.isDone()) {
            next();
        } else if (underWay == 0) {
            over.complete(null);
        }
    }
}
