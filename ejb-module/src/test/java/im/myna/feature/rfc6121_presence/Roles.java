package im.myna.feature.rfc6121_presence;

import im.myna.conversation.Actor;
import im.myna.conversation.Cast;

/** What the plays begin with. */
final class Roles {
    private Roles() {}

    /** Available, and has asked for the roster. */
    static Actor interested(Cast cast, String username, String resource) {
        var actor = cast.login(username, resource);
        actor.sends("<iq id='roster' type='get'><query xmlns='jabber:iq:roster'/></iq>");
        actor.skips();
        actor.isAvailable();
        return actor;
    }

    /** Each subscribes to the other; what that brings is skipped. */
    static void befriend(Actor one, Actor other) {
        subscribe(one, other);
        subscribe(other, one);
    }

    /** The one gets the other's presence from now on. */
    static void subscribe(Actor one, Actor other) {
        one.sends("<presence type='subscribe' to='" + other.account() + "'/>");
        one.skips();
        other.sends("<presence type='subscribed' to='" + one.account() + "'/>");
        other.skips();
        one.skips();
    }

    static void isPushed(Actor actor, String item) {
        actor.receives("<iq id='{any}' type='set' to='{any}'><query xmlns='jabber:iq:roster' ver='{any}'>" + item
                + "</query></iq>");
    }
}
