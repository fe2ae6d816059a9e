package im.myna.roster;

import im.myna.link.Door;
import im.myna.link.Link;
import im.myna.link.Security;
import im.myna.stanza.Stanza;
import im.myna.stream.Frame;
import im.myna.stream.StreamLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A link whose peer remembers every stanza that it got. */
final class Recorder implements Link {
    private final Queue<Stanza> sent = new ConcurrentLinkedQueue<>();

    List<Stanza> sent() {
        return List.copyOf(sent);
    }

    @Override
    public void write(Frame frame) {
        if (frame instanceof Frame.Arrived arrived) {
            sent.add(arrived.stanza());
        }
    }

    @Override
    public String id() {
        return "recorder";
    }

    @Override
    public Door door() {
        return Door.TCP;
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 5222);
    }

    @Override
    public Security security() {
        return Security.PLAIN;
    }

    @Override
    public void startTls(Frame proceed) {}

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
