package im.myna.web.xep0124_bosh.correspondence;

import java.util.concurrent.TimeUnit;

/** A request that has no answer yet. */
public final class Waiting {
    /** What is answered within that time need not be polled for. */
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(300);

    private final Request request;
    private final long since;
    private final boolean first;
    private Reply reply;
    private boolean handled;
    private boolean released;
    private boolean bare;
    private int repeats;

    /** @param first whether it is the one that the session began with */
    public Waiting(Request request, Reply reply, long since, boolean first) {
        this.request = request;
        this.reply = reply;
        this.since = since;
        this.first = first;
    }

    public Request request() {
        return request;
    }

    long rid() {
        return request.rid();
    }

    public long since() {
        return since;
    }

    public boolean isFirst() {
        return first;
    }

    Reply reply() {
        return reply;
    }

    /** The same request came again: the answer goes there. @return where it would have gone */
    Reply repeated(Reply latest) {
        var before = reply;
        reply = latest;
        repeats++;
        return before;
    }

    int repeats() {
        return repeats;
    }

    /** What it holds was taken. */
    public void handled() {
        handled = true;
    }

    boolean isHandled() {
        return handled;
    }

    /** It need not wait for something to answer. */
    void release() {
        released = true;
    }

    /** The same, and nothing may be in its answer. */
    void releaseBare() {
        released = true;
        bare = true;
    }

    boolean isReleased() {
        return released || reply.isDead();
    }

    /** Whether its answer is empty: it must be, or would be lost. */
    boolean isBare() {
        return bare || reply.isDead();
    }

    /** When it has waited long enough. */
    long due(Terms terms) {
        if (!terms.polls()) {
            return since + TimeUnit.SECONDS.toNanos(terms.longestWait());
        }
        return request.wrapper().empty() ? since : since + MOMENT;
    }
}
