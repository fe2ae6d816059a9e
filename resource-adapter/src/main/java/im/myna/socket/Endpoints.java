package im.myna.socket;

import im.myna.link.Link;
import im.myna.link.LinkListener;
import im.myna.stream.Frame;
import im.myna.stream.StreamException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.List;
import java.util.function.Supplier;

/** Endpoints of one activation: one for each stream, kept as long as the stream. */
final class Endpoints implements Supplier<LinkListener> {
    private final MessageEndpointFactory factory;

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

    /** Goes back to the container when its link is closed. */
    private record Lent(MessageEndpoint endpoint) implements LinkListener {
        private LinkListener bean() {
            return (LinkListener) endpoint;
        }

        @Override
        public void opened(Link link) {
            bean().opened(link);
        }

        @Override
        public void received(Link link, List<Frame> frames) {
            bean().received(link, frames);
        }

        @Override
        public void failed(Link link, StreamException reason) {
            bean().failed(link, reason);
        }

        @Override
        public void closed(Link link) {
            try {
                bean().closed(link);
            } finally {
                endpoint.release();
            }
        }
    }
}
