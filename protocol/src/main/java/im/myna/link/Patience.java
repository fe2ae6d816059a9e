package im.myna.link;

import im.myna.settings.Limits;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** How long a link may take: to log in, to say something, to go. Used where the link's other things are done, one at a time. */
public final class Patience extends Wheel.Deadline {
    private static final long NEVER = Long.MAX_VALUE / 2;
    private static final long GOODBYE = TimeUnit.SECONDS.toNanos(5);

    /** Who is told that the time has come. */
    public interface Host {
        /** Reading may go on. */
        void unthrottle();

        /** The stream cannot go on. */
        void fail(StreamException reason);

        /** There was time enough to say good-bye. */
        void cut();
    }

    private enum Stage {
        LOGIN,
        ESTABLISHED,
        CLOSING,
        GONE
    }

    private final Host host;
    private final Executor turn;
    private final Wheel wheel;
    private final long idle;
    private Stage stage = Stage.LOGIN;

    /** When the stage ends: of ESTABLISHED only a guess, which is checked when it has come. */
    private long end;

    /** Written where the link's other things are done; others read it without waiting for that. */
    private long heard;

    private long throttle = NEVER;
    private boolean silenced;

    /** @param turn runs what the wheel finds due, where the link's other things are done */
    public Patience(Host host, Executor turn, Wheel wheel, Limits limits, long now) {
        this.host = host;
        this.turn = turn;
        this.wheel = wheel;
        this.idle = nanos(limits.idleSeconds());
        this.heard = now;
        this.end = now + nanos(limits.loginSeconds());
        wheel.set(this, end);
    }

    private static long nanos(int seconds) {
        return seconds == 0 ? NEVER : TimeUnit.SECONDS.toNanos(seconds);
    }

    /** The peer said something. */
    public void heard(long now) {
        heard = now;
    }

    /** When the peer said something for the last time; in other threads a moment late. */
    public long heard() {
        return heard;
    }

    /** Nothing is read until then. */
    public void throttle(long until) {
        throttle = until;
        until(Math.min(throttle, end));
    }

    /** While nothing is read for another reason, silence is not the peer's. */
    public void silenced(boolean yes) {
        silenced = yes;
        heard = System.nanoTime();
    }

    /** The peer is authenticated. */
    public void established() {
        if (stage == Stage.LOGIN) {
            stage = Stage.ESTABLISHED;
            end = heard + idle;
            until(Math.min(throttle, end));
        }
    }

    /** From now on there is little time, whatever happens. */
    public void closing() {
        if (stage != Stage.CLOSING && stage != Stage.GONE) {
            stage = Stage.CLOSING;
            end = System.nanoTime() + GOODBYE;
            until(Math.min(throttle, end));
        }
    }

    /** The link is gone. */
    public void end() {
        stage = Stage.GONE;
        wheel.remove(this);
    }

    @Override
    protected void due(long now) {
        turn.execute(() -> check(now));
    }

    private void check(long now) {
        if (stage == Stage.GONE) {
            return;
        }
        if (throttle - now <= 0) {
            throttle = NEVER;
            heard = now;
            host.unthrottle();
        }
        if (stage == Stage.ESTABLISHED) {
            end = (silenced ? now : heard) + idle;
        }
        if (end - now > 0) {
            until(Math.min(throttle, end));
        } else {
            expire();
        }
    }

    private void expire() {
        switch (stage) {
            case LOGIN -> host.fail(new StreamException(StreamCondition.POLICY_VIOLATION, "the login took too long"));
            // RFC 6120, 4.9.3.4: the peer is believed to have lost the ability to communicate.
            case ESTABLISHED -> host.fail(new StreamException(StreamCondition.CONNECTION_TIMEOUT));
            case CLOSING -> host.cut();
            case GONE -> {}
        }
    }

    private void until(long due) {
        if (stage == Stage.GONE) {
            return;
        }
        wheel.set(this, due);
    }
}
