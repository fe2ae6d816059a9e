package im.myna.benchmark.routing;

import im.myna.link.Door;
import im.myna.link.Link;
import im.myna.link.Security;
import im.myna.stream.Frame;
import im.myna.stream.Framing;
import im.myna.stream.StreamEncoder;
import im.myna.stream.StreamLimits;
import im.myna.xml.XmlWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Encodes what is written, and keeps the number of bytes. */
final class CountingLink implements Link {
    private final StreamEncoder encoder = new StreamEncoder(Framing.TCP);
    private final XmlWriter out = new XmlWriter();
    private long bytes;

    long bytes() {
        return bytes;
    }

    @Override
    public String id() {
        return "benchmark";
    }

    @Override
    public Door door() {
        return Door.TCP;
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);
    }

    @Override
    public Security security() {
        return Security.PLAIN;
    }

    @Override
    public void write(Frame frame) {
        out.clear();
        encoder.encode(frame, out);
        bytes += out.length();
    }

    @Override
    public void startTls(Frame proceed) {
        throw new UnsupportedOperationException("there is no TLS");
    }

    @Override
    public void restart() {}

    @Override
    public void established(StreamLimits limits) {}

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void close() {}
}
