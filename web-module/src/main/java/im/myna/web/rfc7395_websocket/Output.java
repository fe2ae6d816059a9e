package im.myna.web.rfc7395_websocket;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The container's stream to the peer, which is asked before it is written to. After {@link #gone} it is not touched any more: the
 * container gives it to another request.
 */
final class Output implements WriteListener {
    private static final Logger LOG = System.getLogger(Output.class.getName());

    private final WebConnection connection;
    private final Runnable ready;
    private final ServletOutputStream out;
    private boolean gone;

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

    /** The container takes its streams back. */
    synchronized void gone() {
        gone = true;
    }

    /** Without the lock: the container may be about to tell that the connection is gone. */
    void close() {
        try {
            connection.close();
        } catch (Exception e) {
            LOG.log(Level.DEBUG, "event=closed reason={0}", e.getMessage());
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
