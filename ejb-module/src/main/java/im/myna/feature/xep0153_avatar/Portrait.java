package im.myna.feature.xep0153_avatar;

import im.myna.session.Session;
import java.util.Optional;
import java.util.function.Supplier;

/** What a session has to say of its account's photo. */
final class Portrait {
    // Guarded by this while it is read from the database, so that no older answer comes after a change.
    private volatile Optional<String> hash = Optional.empty();
    // Used in the turns of the session's stream only: the hash that was added to its last presence.
    private Optional<String> added = Optional.empty();

    static Portrait of(Session session) {
        return session.memory(Portrait.class, Portrait::new);
    }

    synchronized void read(Supplier<Optional<String>> source) {
        hash = source.get();
    }

    /** False when it was so already. */
    synchronized boolean become(Optional<String> changed) {
        // Whoever heard of a photo has to hear that there is none.
        var wanted = changed.or(() -> hash.map(before -> ""));
        boolean other = !wanted.equals(hash);
        hash = wanted;
        return other;
    }

    /** Empty when there is nothing to say. */
    Optional<String> hash() {
        return hash;
    }

    boolean wasAdded(String said) {
        return added.filter(said::equals).isPresent();
    }

    void added(Optional<String> ours) {
        added = ours;
    }
}
