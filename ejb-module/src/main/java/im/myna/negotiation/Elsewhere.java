package im.myna.negotiation;

import im.myna.jid.Jid;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Where the passwords of some domains' people are kept, which is not here. */
public interface Elsewhere {
    /** What it says of a password. */
    enum Answer {
        RIGHT,
        /** Or nobody has that name. */
        WRONG,
        /** He may not log in. */
        DISABLED,
        /** He has to choose another password first, where it is kept. */
        EXPIRED,
        /** Too many guessed. */
        LOCKED,
        /** Nobody can say. */
        AWAY
    }

    /** Whether people of that domain may have their passwords there. Reads memory only. */
    boolean serves(String domain);

    /**
     * Asks, on a thread of its own. It never takes long until this returns.
     *
     * @param account which has no password here, or does not exist; it does after the answer that it is the right one
     * @return completed when there is an answer, always within some seconds, never exceptionally; to get it may block
     */
    CompletableFuture<Supplier<Answer>> ask(Jid account, String password);
}
