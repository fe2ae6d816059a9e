package im.myna.socket;

import im.myna.link.Door;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** The ports that are open for one message-driven bean. */
record Activation(List<Listener> listeners) implements AutoCloseable {
    static Activation open(Kind kind, EventLoops loops, Endpoints endpoints) throws IOException {
        var listeners = new ArrayList<Listener>();
        try {
            listeners.add(Listener.bind(new InetSocketAddress(5222), Door.TCP, kind, loops, endpoints));
            return new Activation(List.copyOf(listeners));
        } catch (IOException e) {
            listeners.forEach(Listener::close);
            throw e;
        }
    }

    @Override
    public void close() {
        listeners.forEach(Listener::close);
    }
}
