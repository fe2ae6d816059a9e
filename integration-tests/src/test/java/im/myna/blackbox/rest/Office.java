package im.myna.blackbox.rest;

import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Target;
import im.myna.blackbox.server.Server;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Where accounts are made for tests, by the administrator. */
record Office(Target target) {
    static final String HERE = Server.DOMAIN;
    static final String ELSEWHERE = "other.example.com";
    static final String ADMIN = "admin@" + HERE;

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Somebody. */
    record Person(String jid, String password) {
        String name() {
            return jid.substring(0, jid.indexOf('@'));
        }

        String path() {
            return "/users/" + jid;
        }
    }

    /** The first administrator. */
    Rest admin() {
        return Rest.stranger(target).as(ADMIN, Governed.PASSWORD);
    }

    Rest stranger() {
        return Rest.stranger(target);
    }

    Rest as(Person person) {
        return stranger().as(person.jid(), person.password());
    }

    Person user(String name) {
        return make(name, HERE, "user");
    }

    Person make(String name, String domain, String role) {
        var person = new Person(name + NUMBER.incrementAndGet() + "@" + domain, "secret of " + name);
        admin().post(
                        "/users",
                        "{\"jid\":\"%s\",\"password\":\"%s\",\"role\":\"%s\"}"
                                .formatted(person.jid(), person.password(), role))
                .good();
        return person;
    }

    /** Somebody of the main domain, logged in. */
    RawClient login(Person person, String resource) {
        return RawClient.login(target, person.name(), person.password(), resource);
    }

    /** Waits for it, but not for ever. */
    static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("it did not come to that");
            }
            Thread.onSpinWait();
        }
    }
}
