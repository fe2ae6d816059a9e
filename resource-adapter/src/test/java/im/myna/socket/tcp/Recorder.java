package im.myna.socket.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.link.Link;
import im.myna.link.LinkListener;
import im.myna.stream.Frame;
import im.myna.stream.StreamException;
import im.myna.stream.StreamHeader;
import im.myna.xml.Element;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Remembers what one link told, answers as it was told to, and checks that nobody calls it while it is called. */
final class Recorder implements LinkListener {
    static final String STARTTLS = "urn:ietf:params:xml:ns:xmpp-tls";

    private static final int PATIENCE = 10;

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Link> link = new CompletableFuture<>();
    private final List<List<Frame>> batches = new CopyOnWriteArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private volatile BiConsumer<Link, List<Frame>> answer = Recorder::answer;
    private volatile BiConsumer<Link, StreamException> farewell = Recorder::farewell;

    /** What a server does until the log-in: answers headers, begins TLS, ends ended streams. */
    static void answer(Link link, List<Frame> frames) {
        for (var frame : frames) {
            if (frame instanceof Frame.Opened) {
                link.write(new Frame.Opened(new StreamHeader("localhost", "", "s1", "1.0", "en", "jabber:client")));
            } else if (frame instanceof Frame.Nonza nonza && nonza.element().is(STARTTLS, "starttls")) {
                link.startTls(new Frame.Nonza(Element.of(STARTTLS, "proceed")));
            } else if (frame instanceof Frame.Closed) {
                link.write(frame);
                link.close();
            }
        }
    }

    static void farewell(Link link, StreamException reason) {
        link.write(new Frame.Nonza(reason.element()));
        link.write(new Frame.Closed());
        link.close();
    }

    Recorder answering(BiConsumer<Link, List<Frame>> answer) {
        this.answer = answer;
        return this;
    }

    Recorder partingBy(BiConsumer<Link, StreamException> farewell) {
        this.farewell = farewell;
        return this;
    }

    @Override
    public void opened(Link link) {
        alone(() -> {
            this.link.complete(link);
            events.add("opened");
        });
    }

    @Override
    public void received(Link link, List<Frame> frames) {
        alone(() -> {
            batches.add(frames);
            frames.forEach(frame -> events.add(name(frame)));
            answer.accept(link, frames);
        });
    }

    @Override
    public void failed(Link link, StreamException reason) {
        alone(() -> {
            events.add("failed " + reason.condition().element());
            farewell.accept(link, reason);
        });
    }

    @Override
    public void closed(Link link) {
        alone(() -> events.add("closed"));
    }

    private void alone(Runnable what) {
        assertThat(inside.getAndIncrement()).as("calls at the same time").isZero();
        try {
            what.run();
        } finally {
            inside.decrementAndGet();
        }
    }

    private static String name(Frame frame) {
        if (frame instanceof Frame.Opened) {
            return "header";
        } else if (frame instanceof Frame.Closed) {
            return "end";
        } else if (frame instanceof Frame.Arrived arrived) {
            return arrived.stanza().name() + " " + arrived.stanza().head().id();
        } else {
            return ((Frame.Nonza) frame).element().name().local();
        }
    }

    /** The next things that happen are these. */
    void heard(String... expected) throws InterruptedException {
        for (var event : expected) {
            assertThat(events.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo(event);
        }
    }

    /** Whether the end was told, and told once. */
    boolean ended() {
        return Collections.frequency(List.copyOf(events), "closed") == 1;
    }

    void heardNothingMore() {
        assertThat(events).isEmpty();
    }

    Link link() {
        return link.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    List<List<Frame>> batches() {
        return batches;
    }
}
