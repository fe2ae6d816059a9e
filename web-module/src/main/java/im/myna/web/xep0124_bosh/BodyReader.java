package im.myna.web.xep0124_bosh;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Collects the body of a request as it comes in: no thread waits for it, and it is at most as large as its reader allows. */
final class BodyReader implements ReadListener {
    private static final int CHUNK = 8192;

    private final ServletInputStream input;
    private final Reader reader;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private int most;
    private boolean asked;
    private boolean done;

    /** Who wants to have it. */
    interface Reader {
        /** More comes than was thought of. @return how much it may be, judging by how it begins */
        int most(byte[] beginning);

        /** This is all. */
        void read(byte[] whole);

        /** It is more than allowed, and begins like this; nothing else is told. */
        void tooLarge(byte[] beginning);

        /** The client went away; nothing else is told. */
        void broken(Throwable reason);
    }

    /** @param most bytes, unless the reader says something else */
    BodyReader(ServletInputStream input, int most, Reader reader) {
        this.input = input;
        this.most = most;
        this.reader = reader;
    }

    void begin() {
        input.setReadListener(this);
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        var chunk = new byte[CHUNK];
        while (!done && input.isReady()) {
            int count = input.read(chunk);
            if (count < 0) {
                return;
            }
            bytes.write(chunk, 0, count);
            judge();
        }
    }

    private void judge() {
        if (bytes.size() > most && !asked) {
            asked = true;
            most = reader.most(bytes.toByteArray());
        }
        if (bytes.size() > most) {
            done = true;
            reader.tooLarge(bytes.toByteArray());
        }
    }

    @Override
    public synchronized void onAllDataRead() {
        if (!done) {
            done = true;
            reader.read(bytes.toByteArray());
        }
    }

    @Override
    public synchronized void onError(Throwable reason) {
        if (!done) {
            done = true;
            reader.broken(reason);
        }
    }
}
