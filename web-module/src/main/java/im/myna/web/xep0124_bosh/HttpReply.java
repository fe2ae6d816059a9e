package im.myna.web.xep0124_bosh;

import im.myna.link.Wheel;
import im.myna.web.xep0124_bosh.correspondence.Answer;
import im.myna.web.xep0124_bosh.correspondence.Reply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The answer to an HTTP request that a servlet has put aside. No thread waits for a client that reads slowly. */
final class HttpReply extends Wheel.Deadline implements Reply, AsyncListener, WriteListener {
    private static final Logger LOG = System.getLogger(HttpReply.class.getName());
    private static final long TIME_TO_READ = TimeUnit.SECONDS.toNanos(30);

    private final AsyncContext context;
    private final Wheel wheel;
    private final AtomicBoolean answered = new AtomicBoolean();
    private final AtomicBoolean completed = new AtomicBoolean();
    private volatile boolean dead;
    private volatile Runnable hungUp = () -> {};
    private volatile Answer answer;
    private volatile ServletOutputStream output;
    private boolean written;

    HttpReply(AsyncContext context, Wheel wheel) {
        this.context = context;
        this.wheel = wheel;
        // The wait of the session ends before any time-out that makes sense.
        context.setTimeout(0);
        context.addListener(this);
    }

    /** Who is told when the client hangs up. */
    void onHangUp(Runnable listener) {
        hungUp = listener;
    }

    /** The connection is of no more use after the answer: there may be something on it that nobody will read. */
    void closing() {
        ((HttpServletResponse) context.getResponse()).setHeader("Connection", "close");
    }

    @Override
    public boolean isDead() {
        return dead;
    }

    @Override
    public void answer(Answer what) {
        if (dead || !answered.compareAndSet(false, true)) {
            return;
        }
        try {
            answer = what;
            var response = (HttpServletResponse) context.getResponse();
            response.setStatus(what.status());
            response.setContentType(what.type());
            response.setContentLength(what.body().length);
            wheel.set(this, System.nanoTime() + TIME_TO_READ);
            output = response.getOutputStream();
            output.setWriteListener(this);
        } catch (IOException | IllegalStateException e) {
            failed(e);
        }
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
        if (!written && output.isReady()) {
            written = true;
            output.write(answer.body());
        }
        if (written && output.isReady()) {
            complete();
        }
    }

    @Override
    public void onError(Throwable reason) {
        failed(reason);
    }

    private void failed(Throwable reason) {
        LOG.log(Level.DEBUG, "event=answer-lost reason={0}", reason.getMessage());
        complete();
    }

    private void complete() {
        wheel.remove(this);
        if (completed.compareAndSet(false, true)) {
            try {
                context.complete();
            } catch (IllegalStateException gone) {
                LOG.log(Level.DEBUG, "event=answer-lost reason={0}", gone.getMessage());
            }
        }
    }

    /** The client does not read. */
    @Override
    protected void due(long now) {
        complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        died();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        died();
    }

    @Override
    public void onError(AsyncEvent event) {
        died();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }

    private void died() {
        wheel.remove(this);
        dead = true;
        if (!answered.get()) {
            hungUp.run();
        }
    }
}
