package im.myna.store.roster;

/**
 * How much one roster may hold. 0 is unlimited.
 *
 * @param requests that wait for an answer
 */
public record RosterLimits(int items, int requests) {
    boolean allowsItems(int count) {
        return items == 0 || count <= items;
    }

    boolean allowsRequests(int count) {
        return requests == 0 || count <= requests;
    }
}
