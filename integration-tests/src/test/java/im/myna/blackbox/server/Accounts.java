package im.myna.blackbox.server;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

    /** From now on nobody comes in with it. */
    public void disable(Account account) {
        var administrator = ("admin:" + Served.ADMIN_PASSWORD).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(server.http("/api/v1/users/" + server.jid(account.username()))))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(administrator))
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"disabled\":true}"))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
