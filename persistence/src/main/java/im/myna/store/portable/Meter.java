package im.myna.store.portable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes, of which no piece of a file may have too many. */
final class Meter extends FilterInputStream {
    /** Far more than a stanza may have, and far less than memory. */
    static final int LONGEST_PIECE = 16 << 20;

    private long count;

    Meter(InputStream in) {
        super(in);
    }

    /** Another piece begins. */
    void fresh() {
        count = 0;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    /** Does nothing: the parser closes what it has read to the end, and that may be one half of a conversation. */
    @Override
    public void close() {
        // See above.
    }

    /** Closes what it reads from. */
    void release() throws IOException {
        in.close();
    }

    private void count(int more) throws IOException {
        count += more;
        if (count > LONGEST_PIECE) {
            throw new IOException("something here is longer than " + LONGEST_PIECE + " bytes");
        }
    }
}
