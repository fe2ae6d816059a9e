package im.myna.socket.tcp;

import im.myna.settings.Limits;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import java.util.concurrent.TimeUnit;

/** How long a link may take: to log in, to say something, to go. Used on the link's event loop. */
final class Patience extends Wheel.Deadline {
    private static final long NEVER = Long.MAX_VALUE / 2;
    private static final long GOODBYE = TimeUnit.SECONDS.toNanos(5);

    private enum Stage {
        LOGIN,
        ESTABLISHED,
        CLOSING
    }

    private final Connection connection;
    private final Wheel wheel;
    private final long idle;
    private Stage stage = Stage.LOGIN;

    /** When the stage ends: of ESTABLISHED only a guess, which is checked when it has come. */
    private long end;

    private long heard;
    private long throttle = NEVER;
    private boolean silenced;

    Patience(Connection connection, Wheel wheel, Limits limits, long now) {
        this.connection = connection;
        this.wheel = wheel;
        this.idle = nanos(limits.idleSeconds());
        this.heard = now;
        this.end = now + nanos(limits.loginSeconds());
        wheel.set(this, end);
    }

    private static long nanos(int seconds) {
        return seconds == 0 ? NEVER : TimeUnit.SECONDS.toNanos(seconds);
    }

    void heard(long now) {
        heard = now;
    }

    /** Nothing is read until then. */
    void throttle(long until) {
        throttle = until;
        until(Math.min(throttle, end));
    }

    /** While nothing is read for another reason, silence is not the peer's. */
    void silenced(boolean yes) {
        silenced = yes;
        heard = System.nanoTime();
    }

    void established() {
        if (stage == Stage.LOGIN) {
            stage = Stage.ESTABLISHED;
            end = heard + idle;
            until(Math.min(throttle, end));
        }
    }

    /** From now on there is little time, whatever happens. */
    void closing() {
        if (stage != Stage.CLOSING) {
            stage = Stage.CLOSING;
            end = System.nanoTime() + GOODBYE;
            until(Math.min(throttle, end));
        }
    }

    void end() {
        wheel.remove(this);
    }

    @Override
    void due(long now) {
        if (throttle - now <= 0) {
            throttle = NEVER;
            heard = now;
            connection.unthrottle();
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
            case LOGIN ->
                connection.fail(new StreamException(StreamCondition.POLICY_VIOLATION, "the login took too long"));
            // RFC 6120, 4.9.3.4: the peer is believed to have lost the ability to communicate.
            case ESTABLISHED -> connection.fail(new StreamException(StreamCondition.CONNECTION_TIMEOUT));
            case CLOSING -> connection.cut();
        }
    }

    private void until(long due) {
        wheel.set(this, due);
    }
}
