package im.myna.store.measure;

import im.myna.figures.Histogram;

/**
 * How it goes with the connections to the database.
 *
 * @param lent that are in use now
 * @param failures how often there was none to be had
 * @param waits for one
 */
public record ConnectionFigures(long lent, long failures, Histogram.Reading waits) {
    static final ConnectionFigures NONE = new ConnectionFigures(0, 0, new Histogram().read());
}
