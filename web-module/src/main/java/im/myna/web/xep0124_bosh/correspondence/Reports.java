package im.myna.web.xep0124_bosh.correspondence;

import java.util.concurrent.TimeUnit;

/** Tells a client which answer it should have and has not (XEP-0124, 9.2). */
final class Reports {
    /** "If some time has passed since it responded". */
    private static final long LATE = TimeUnit.SECONDS.toNanos(1);

    private final Replays replays;
    private long missing;

    Reports(Replays replays) {
        this.replays = replays;
    }

    /** The client says that it has all answers up to that one. @return whether one is late, and worth an answer at once */
    boolean compare(long ack, long now) {
        boolean late =
                replays.find(ack + 1).filter(sent -> now - sent.at() >= LATE).isPresent();
        if (late) {
            missing = ack + 1;
        }
        return late;
    }

    /** Once for each. */
    void write(Envelope envelope, long now) {
        if (missing != 0) {
            replays.find(missing).ifPresent(sent -> envelope.with("report", sent.rid())
                    .with("time", TimeUnit.NANOSECONDS.toMillis(now - sent.at())));
            missing = 0;
        }
    }
}
