package im.myna.figures;

import java.util.List;

/** An event loop, as {@code im.myna:type=EventLoop,loop=NUMBER,*}. Every second it is asked to do nothing, and how late it does so is its lag. */
public interface EventLoopMXBean {
    // Names from here on are those of JMX: a JavaBean.

    /** How late it is now: as it was the last time, or later if it should have been there again. */
    double getSecondsBehind();

    /** As {@link Histogram.Reading#counts()}. */
    List<Long> getLagCounts();

    /** As {@link Histogram.Reading#seconds()}. */
    double getLagSeconds();

    /** Tasks that wait for it. */
    int getPendingTasks();
}
