package im.myna.web.rfc7395_websocket;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The container's stream to the peer, which is asked before it is written to. After {@link #gone} neither it nor the connection is touched
 * any more: the container gives them to another request.
 */
final class Output implements WriteListener {
    private static final Logger LOG = System.getLogger(Output.class.getName());

    private static final int MOMENT_MILLIS = 50;

    private final WebConnection connection;
    private final Runnable ready;
    private final ServletOutputStream out;
    /** Held by who closes, so that nothing is taken back meanwhile. */
    private final ReentrantLock closing = new ReentrantLock();

    private volatile boolean gone;

    /** @param ready is told when it was not ready and is now; on a thread of the container */
    Output(WebConnection connection, Runnable ready) {
        this.connection = connection;
        this.ready = ready;
        try {
            out = connection.getOutputStream();
            out.setWriteListener(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized boolean isReady() {
        return !gone && out.isReady();
    }

    synchronized void write(byte[] bytes) throws IOException {
        if (!gone) {
            out.write(bytes);
            out.flush();
        }
    }

    /**
     * The container takes its streams back, and does so when this returns. It may be about to, and wait for us with a lock of its own that
     * our closing needs: then we are at its very end, and it is waited for no longer than that.
     */
    void gone() {
        boolean alone = false;
        try {
            alone = closing.tryLock(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            synchronized (this) {
                gone = true;
            }
        } finally {
            if (alone) {
                closing.unlock();
            }
        }
    }

    /**
     * Of a connection that is whole: one that breaks is closed by the container, and whoever closes it after that closes the connection
     * that the container used its objects for next.
     */
    void close() {
        closing.lock();
        try {
            if (!gone) {
                connection.close();
            }
        } catch (Exception e) {
            LOG.log(Level.DEBUG, "event=closed reason={0}", e.getMessage());
        } finally {
            closing.unlock();
        }
    }

    @Override
    public void onWritePossible() {
        ready.run();
    }

    @Override
    public void onError(Throwable reason) {
        LOG.log(Level.DEBUG, "event=broken reason={0}", reason.getMessage());
        ready.run();
    }
}
