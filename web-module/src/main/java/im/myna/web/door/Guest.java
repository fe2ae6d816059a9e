package im.myna.web.door;

import im.myna.link.Door;
import im.myna.link.Link;
import im.myna.link.LinkListener;
import im.myna.link.Security;
import im.myna.stream.Frame;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Who is at the other end of a browser's link, in whose turns things are done, and who hears of it. */
abstract class Guest implements Link {
    private static final Logger LOG = System.getLogger(Guest.class.getName());

    private final String id = Long.toHexString(ThreadLocalRandom.current().nextLong());
    private final Door door;
    private final Visitor visitor;
    private final Porter porter;
    private final Turns turns;

    Guest(Door door, Visitor visitor, Porter porter) {
        this.door = door;
        this.visitor = visitor;
        this.porter = porter;
        turns = new Turns(porter.pool());
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Door door() {
        return door;
    }

    @Override
    public final InetSocketAddress address() {
        return visitor.address();
    }

    @Override
    public final Security security() {
        return visitor.security();
    }

    /** No browser's door has it: TLS is there from the beginning (RFC 7395, 3.9), so nobody is offered it. */
    @Override
    public final void startTls(Frame proceed) {
        throw new UnsupportedOperationException("no STARTTLS by this door");
    }

    /** Does that in the link's turns, soon; never in the caller's thread. */
    protected final void turn(Runnable what) {
        turns.execute(what);
    }

    /** In whose name it is spoken to one who did not say whom he looks for. */
    final String domain() {
        return porter.domain();
    }

    /** He counts no more. */
    final void left() {
        porter.leave(visitor);
    }

    /** What the listener throws is our bug. @return false when it threw */
    final boolean tell(Consumer<LinkListener> news) {
        try {
            news.accept(porter.listener());
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "link=" + id + " event=listener-threw", e);
            return false;
        }
    }
}
