package im.myna.socket;

import im.myna.link.Link;
import im.myna.link.LinkListener;
import im.myna.stream.Frame;
import im.myna.stream.StreamException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Endpoints of one activation: one for each stream, kept as long as the stream. */
final class Endpoints implements Supplier<LinkListener>, AutoCloseable {
    private final MessageEndpointFactory factory;
    private volatile boolean closed;

    Endpoints(MessageEndpointFactory factory) {
        this.factory = factory;
    }

    /** @throws IllegalStateException when the container has none to give */
    @Override
    public LinkListener get() {
        try {
            return new Lent(factory.createEndpoint(null));
        } catch (UnavailableException e) {
            throw new IllegalStateException("no message endpoint: " + e.getMessage(), e);
        }
    }

    /** The application goes: its beans are not called any more, only given back. */
    @Override
    public void close() {
        closed = true;
    }

    /** Goes back to the container when its link is closed. */
    private final class Lent implements LinkListener {
        private final MessageEndpoint endpoint;

        Lent(MessageEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        private void tell(Consumer<LinkListener> news) {
            if (!closed) {
                news.accept((LinkListener) endpoint);
            }
        }

        @Override
        public void opened(Link link) {
            tell(bean -> bean.opened(link));
        }

        @Override
        public void received(Link link, List<Frame> frames) {
            tell(bean -> bean.received(link, frames));
        }

        @Override
        public void failed(Link link, StreamException reason) {
            tell(bean -> bean.failed(link, reason));
        }

        @Override
        public void closed(Link link) {
            try {
                tell(bean -> bean.closed(link));
            } finally {
                endpoint.release();
            }
        }
    }
}
