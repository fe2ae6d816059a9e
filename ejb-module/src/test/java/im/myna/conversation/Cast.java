package im.myna.conversation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who takes part in one play. Accounts and connections are gone when it is over. */
public final class Cast implements AutoCloseable {
    public static final String PASSWORD = "R0m30+Jul13t";

    private final Stage stage;
    private final Deque<Actor> actors = new ArrayDeque<>();
    private final Set<String> accounts = new LinkedHashSet<>();
    private final Set<String> groups = new LinkedHashSet<>();

    Cast(Stage stage) {
        this.stage = stage;
    }

    /** Makes the account if the play has not made it, connects, logs in and binds that resource. */
    public Actor login(String username, String resource) {
        account(username);
        var actor = connects(username);
        actor.opens();
        actor.authenticates(PASSWORD);
        actor.binds(resource);
        return actor;
    }

    /** The same for an administrator of the server. */
    public Actor administrator(String username, String resource) {
        if (accounts.add(username)) {
            stage.administrator(username, PASSWORD);
        }
        return login(username, resource);
    }

    /** {@link #login}, then available. */
    public Actor available(String username, String resource) {
        var actor = login(username, resource);
        actor.isAvailable();
        return actor;
    }

    /** Makes the account if the play has not made it. */
    public void account(String username) {
        if (accounts.add(username)) {
            stage.account(username, PASSWORD);
        }
    }

    /**
     * Makes a group of accounts, which the play has made or which are made now.
     *
     * @param audience "nobody", "everybody", or the name of the group whose members see it
     */
    public void group(String name, String displayName, String audience, String... members) {
        List.of(members).forEach(this::account);
        groups.add(name);
        stage.disband(name);
        stage.group(name, displayName, audience, List.of(members));
    }

    /** Both available: each subscribes to the other's presence, and has taken in all that comes of it. */
    public void befriend(Actor one, Actor other) {
        subscribe(one, other);
        subscribe(other, one);
        one.skips();
        other.skips();
        one.skips();
    }

    private static void subscribe(Actor one, Actor other) {
        one.sends("<presence type='subscribe' to='" + other.account() + "'/>");
        one.skips();
        other.sends("<presence type='subscribed' to='" + one.account() + "'/>");
        other.skips();
    }

    /** Somebody who has a connection and has said nothing yet. */
    public Actor connects(String username) {
        var actor = new Actor(username, stage.connect());
        actors.push(actor);
        return actor;
    }

    /** The account was or will be made by the play itself; it goes with the play. */
    public void willForget(String username) {
        accounts.add(username);
    }

    @Override
    public void close() {
        actors.forEach(Actor::close);
        groups.forEach(stage::disband);
        accounts.forEach(stage::forget);
    }
}
