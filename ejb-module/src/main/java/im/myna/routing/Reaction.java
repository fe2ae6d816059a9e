package im.myna.routing;

import im.myna.session.Session;
import im.myna.stanza.Iq;
import im.myna.stanza.Stanza;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a handler wants to happen, in order. */
public record Reaction(List<Act> acts) {
    public static final Reaction NONE = new Reaction(List.of());

    /** One thing that shall happen. */
    public sealed interface Act permits Send, Route, Errand.Step {}

    /** To exactly that session. */
    public record Send(Session receiver, Stanza stanza) implements Act {}

    /** To wherever its 'to' says. */
    public record Route(Stanza stanza) implements Act {}

    public static Reaction send(Session receiver, Stanza stanza) {
        return new Reaction(List.of(new Send(receiver, stanza)));
    }

    /**
     * To wherever its 'to' says, as if it had come in for it.
     *
     * @param stanza with 'from' and 'to'
     */
    public static Reaction route(Stanza stanza) {
        return new Reaction(List.of(new Route(stanza)));
    }

    /** All of them, in order. */
    public static Reaction all(List<Reaction> reactions) {
        return new Reaction(
                reactions.stream().flatMap(reaction -> reaction.acts.stream()).toList());
    }

    /** Afterwards that is done, which may block, and what it wants happens in its turn. */
    public static Reaction then(Supplier<Reaction> action) {
        return later(true, Router.NOBODY, action);
    }

    /** The same for a request, which is answered with the error when that fails. */
    public static Reaction then(Iq request, Supplier<Reaction> action) {
        return later(true, request, action);
    }

    static Reaction later(boolean blocking, Stanza cause, Supplier<Reaction> action) {
        return new Reaction(List.of(new Errand.Step(blocking, cause, action)));
    }

    public Reaction and(Reaction other) {
        if (acts.isEmpty()) {
            return other;
        }
        if (other.acts.isEmpty()) {
            return this;
        }
        var both = new ArrayList<Act>(acts.size() + other.acts.size());
        both.addAll(acts);
        both.addAll(other.acts);
        return new Reaction(both);
    }
}
