package im.myna.web.rfc7395_websocket;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/** Reads as long as the link has room: by the container's thread when something came, in the link's turns after a pause. */
final class Input implements ReadListener {
    private static final Logger LOG = System.getLogger(Input.class.getName());
    private static final int READ_BYTES = 1 << 13;

    private final WebSocketLink link;
    private final FrameReader reader;
    private ServletInputStream in;
    private boolean waiting;
    private boolean gone;
    private boolean deaf;

    Input(WebSocketLink link, FrameReader reader) {
        this.link = link;
        this.reader = reader;
    }

    void open(WebConnection connection) {
        try {
            synchronized (this) {
                in = connection.getInputStream();
            }
            in.setReadListener(this);
        } catch (IOException e) {
            onError(e);
        }
    }

    @Override
    public void onDataAvailable() {
        try {
            readAll();
        } catch (IOException e) {
            onError(e);
        }
    }

    private synchronized void readAll() throws IOException {
        var buffer = new byte[READ_BYTES];
        boolean heard = false;
        // Whether there is more is not asked while there is no room: the container would call again.
        while (!gone && !isFull() && in.isReady()) {
            int count = in.read(buffer);
            if (count < 0) {
                link.lost();
                return;
            }
            heard = true;
            read(ByteBuffer.wrap(buffer, 0, count));
        }
        if (heard) {
            link.heard();
        }
    }

    private boolean isFull() {
        waiting = link.isWaiting();
        return waiting;
    }

    private void read(ByteBuffer bytes) {
        if (deaf) {
            // Read and forgotten until the peer has understood that it is over.
            return;
        }
        try {
            reader.read(bytes);
        } catch (FramingException e) {
            deaf = true;
            link.broken(e);
        }
    }

    /** There is room again. */
    synchronized void goOn() {
        if (waiting) {
            onDataAvailable();
        }
    }

    /** The container takes its streams back, and gives them to another request. */
    synchronized void gone() {
        gone = true;
    }

    @Override
    public void onAllDataRead() {
        link.lost();
    }

    @Override
    public void onError(Throwable reason) {
        LOG.log(Level.DEBUG, "link={0} event=broken reason={1}", link.id(), reason.getMessage());
        link.lost();
    }
}
