package im.myna.web.rfc7395_websocket;

import im.myna.link.Wheel;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import im.myna.web.door.Porter;
import java.util.concurrent.TimeUnit;

/** Whether the peer is still there: after a silence it is asked by a ping, which also keeps proxies from closing what seems idle. */
final class Pulse extends Wheel.Deadline {
    private final WebSocketLink link;
    private final Wheel wheel;
    private final long interval;
    private volatile long heard = System.nanoTime();
    private volatile boolean over;
    private boolean asked;
    private long question;

    Pulse(WebSocketLink link, Porter porter) {
        this.link = link;
        this.wheel = porter.wheel();
        this.interval = TimeUnit.SECONDS.toNanos(porter.settings().web().pingSeconds());
    }

    void begin() {
        if (interval > 0) {
            wheel.set(this, System.nanoTime() + interval);
        }
    }

    void heard() {
        heard = System.nanoTime();
    }

    void end() {
        over = true;
        wheel.remove(this);
    }

    @Override
    protected void due(long now) {
        if (over) {
            return;
        }
        long last = link.isWaiting() ? now : heard;
        if (asked && last - question < 0) {
            link.dead(new StreamException(StreamCondition.CONNECTION_TIMEOUT));
            return;
        }
        asked = now - last >= interval;
        if (asked) {
            question = now;
            link.ask();
        }
        wheel.set(this, (asked ? now : last) + interval);
    }
}
