package im.myna.negotiation;

import im.myna.session.Session;
import im.myna.stanza.Stanza;
import java.time.Duration;
import java.util.List;

/** What came of a frame; whatever had to be said to the peer is written to its link, but for {@link Bound}. */
public sealed interface Outcome {
    /** The negotiation goes on with the next frame. */
    record Going() implements Outcome {}

    /** Not yet: after that time {@link Negotiation#resume} says what came of it, and it may block. No other frame before. */
    record Later(Duration delay) implements Outcome {}

    /**
     * Here is a session; from now on frames are stanzas of it.
     *
     * @param replaced the session of the same resource that had to go, if there was one; it has been ended
     * @param answers to be sent when everybody knows of the session
     */
    record Bound(Session session, List<Session> replaced, List<Stanza> answers) implements Outcome {
        public Bound {
            replaced = List.copyOf(replaced);
            answers = List.copyOf(answers);
        }
    }

    /** The link is closed, or closing: nothing more is handed in. */
    record Over() implements Outcome {}

    Outcome GOING = new Going();
    Outcome OVER = new Over();
}
