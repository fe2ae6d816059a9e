package im.myna.roster;

import java.util.List;

/**
 * What is still to be said to those who are here when groups have changed. It stands in its place behind what they were to be told
 * before, so it may be said whenever there is time; and who comes back after a restart gets everything (ADR 0070).
 */
public final class Telling {
    private final List<Held> places;
    private final long breadth;

    Telling(List<Held> places, long breadth) {
        this.places = List.copyOf(places);
        this.breadth = breadth;
    }

    /** How many contacts people are told of, at most. */
    public long size() {
        return places.size() * breadth;
    }

    /** Tells everybody. */
    public void tell() {
        places.forEach(Held::tell);
    }
}
