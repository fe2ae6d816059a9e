package im.myna.socket;

import im.myna.link.LinkListener;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;

/** Endpoints of one activation: one for each stream, kept as long as the stream. */
final class Endpoints {
    private final MessageEndpointFactory factory;

    Endpoints(MessageEndpointFactory factory) {
        this.factory = factory;
    }

    /** Must be given back by {@link #release}. */
    LinkListener open() throws UnavailableException {
        return (LinkListener) factory.createEndpoint(null);
    }

    void release(LinkListener endpoint) {
        ((MessageEndpoint) endpoint).release();
    }
}
