package im.myna.conversation;

import im.myna.entry.Streams;
import im.myna.link.Door;
import im.myna.link.Link;
import im.myna.link.Security;
import im.myna.settings.Settings;
import im.myna.stream.Frame;
import im.myna.stream.Framing;
import im.myna.stream.StreamDecoder;
import im.myna.stream.StreamEncoder;
import im.myna.stream.StreamException;
import im.myna.stream.StreamLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Both ends of a connection without a socket: what the client sends is decoded on the loop, as a door would do it. */
final class MemoryWire extends ListeningWire {
    private final Streams streams;
    private final Executor loop;
    private final End end = new End();
    private final Voice voice = new Voice();

    MemoryWire(Streams streams, Executor loop, Settings settings) {
        this.streams = streams;
        this.loop = loop;
        end.decoder = new StreamDecoder(settings.limits().unauthenticated());
        loop.execute(() -> streams.opened(end));
    }

    @Override
    public void send(String xml) {
        if (Voice.isHeader(xml)) {
            synchronized (voice) {
                voice.restart();
            }
        }
        loop.execute(() -> end.feed(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        loop.execute(end::drop);
    }

    /** The server's end. Its fields are used on the loop only, but for those that say otherwise. */
    private final class End implements Link {
        private final String id = UUID.randomUUID().toString();
        private final StreamEncoder encoder = new StreamEncoder(Framing.TCP);
        private StreamDecoder decoder;
        private boolean established;
        private boolean dead;
        private boolean gone;
        // Written by any thread.
        private volatile boolean paused;

        void feed(byte[] bytes) {
            if (!gone && !dead) {
                attempt(() -> decoder.feed(bytes, 0, bytes.length));
                decode();
            }
        }

        void decode() {
            while (!paused && !dead && !gone) {
                var batch = new ArrayList<Frame>();
                attempt(() -> fill(batch));
                if (batch.isEmpty()) {
                    return;
                }
                streams.received(this, List.copyOf(batch));
            }
        }

        private void fill(List<Frame> batch) {
            for (var frame = decoder.next(); frame.isPresent(); frame = decoder.next()) {
                batch.add(frame.get());
                if (!established) {
                    return;
                }
            }
        }

        /** What was decoded before the fault is handled first. */
        private void attempt(Runnable step) {
            try {
                step.run();
            } catch (StreamException reason) {
                dead = true;
                loop.execute(() -> streams.failed(this, reason));
            }
        }

        void drop() {
            if (!gone) {
                gone = true;
                closed();
                streams.closed(this);
            }
        }

        @Override
        public String id() {
            return id;
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
            synchronized (voice) {
                var bytes = encoder.encode(frame);
                heard(voice.hear(bytes, bytes.length));
            }
        }

        @Override
        public void startTls(Frame proceed) {
            throw new UnsupportedOperationException("there is no TLS in memory");
        }

        @Override
        public void restart() {
            decoder.restart();
        }

        @Override
        public void established(StreamLimits limits) {
            established = true;
            decoder.limits(limits);
        }

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void resume() {
            paused = false;
            loop.execute(this::decode);
        }

        @Override
        public void close() {
            loop.execute(this::drop);
        }
    }
}
