package im.myna.store.roster;

/** What became of changes to a roster: all of them were made, or none. */
public sealed interface RosterOutcome {
    /** @param version of the roster now; the last visible change has it, the one before it one less, and so on */
    record Changed(long version) implements RosterOutcome {}

    /** Why nothing changed. */
    enum Refused implements RosterOutcome {
        /** There are as many items, or requests, as are allowed. */
        FULL,
        NO_ACCOUNT
    }
}
