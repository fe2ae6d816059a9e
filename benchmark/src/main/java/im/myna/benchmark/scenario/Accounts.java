package im.myna.benchmark.scenario;

import im.myna.benchmark.client.Account;
import im.myna.benchmark.client.Client;
import im.myna.benchmark.client.Clients;
import im.myna.benchmark.client.Login;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The accounts that a run uses: numbered, made when they are first needed if the server lets strangers do that. */
public final class Accounts {
    private static final String RESOURCE = "load";
    private static final int AT_ONCE = 16;

    private final String prefix;
    private final String password;
    private final boolean register;
    private final Set<String> made = new HashSet<>();

    /**
     * Named {@code prefix + purpose + number}, all with the same password.
     *
     * @param register false when they have been made beforehand
     */
    public Accounts(String prefix, String password, boolean register) {
        this.prefix = prefix;
        this.password = password;
        this.register = register;
    }

    Account account(String purpose, int number) {
        return new Account(prefix + purpose + number, password, RESOURCE);
    }

    List<Account> range(String purpose, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> account(purpose, number))
                .toList();
    }

    /** Logs one in; to be called on the event loop. */
    CompletableFuture<Client> logIn(Clients clients, Account account, Login login) {
        return clients.logIn(account, login.registering(register && made.add(account.name())));
    }

    /** Logs all of them in. */
    List<Client> logIn(Clients clients, List<Account> accounts, Login login) {
        return new Arrivals(clients, accounts, login).all().join();
    }

    /** A few at a time. */
    private final class Arrivals {
        private final Clients clients;
        private final List<Account> accounts;
        private final Login login;
        private final List<Client> arrived = new ArrayList<>();
        private final CompletableFuture<List<Client>> all = new CompletableFuture<>();
        private int started;

        Arrivals(Clients clients, List<Account> accounts, Login login) {
            this.clients = clients;
            this.accounts = accounts;
            this.login = login;
        }

        CompletableFuture<List<Client>> all() {
            clients.run(() -> {
                for (int i = 0; i < AT_ONCE; i++) {
                    next();
                }
                done();
            });
            return all;
        }

        @SuppressWarnings("FutureReturnValueIgnored") // What can fail is handed to 'all'.
        private void next() {
            if (started == accounts.size() || all.isCompletedExceptionally()) {
                return;
            }
            int place = started++;
            var account = accounts.get(place);
            arrived.add(null);
            Accounts.this.logIn(clients, account, login).whenComplete((client, failure) -> {
                if (failure == null) {
                    arrived.set(place, client);
                    next();
                    done();
                } else {
                    all.completeExceptionally(failure);
                }
            });
        }

        private void done() {
            if (started == accounts.size() && !arrived.contains(null)) {
                all.complete(List.copyOf(arrived));
            }
        }
    }

    /** Logs all of them out, and waits for it. */
    static void logOut(Clients clients, List<Client> sessions) {
        var gone = new ArrayList<CompletableFuture<Void>>();
        clients.run(() -> sessions.forEach(session -> gone.add(session.close())));
        CompletableFuture.allOf(gone.toArray(CompletableFuture[]::new)).join();
    }
}
