package im.myna.socket;

import im.myna.link.Link;
import im.myna.link.LinkListener;
import im.myna.stream.Frame;
import im.myna.stream.StreamException;
import im.myna.stream.StreamHeader;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.transaction.xa.XAResource;

/** Message-driven beans as a container lends them: they answer a header and say on which thread. */
final class Beans implements MessageEndpointFactory {
    private final AtomicInteger lent = new AtomicInteger();
    private volatile boolean available = true;
    private volatile boolean late;

    int lent() {
        return lent.get();
    }

    /** From now on there are none, and those who are lent must not be called. */
    void runOut() {
        available = false;
    }

    boolean calledTooLate() {
        return late;
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource) throws UnavailableException {
        if (!available) {
            throw new UnavailableException("the pool is empty");
        }
        lent.incrementAndGet();
        return new Bean();
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout) throws UnavailableException {
        return createEndpoint(resource);
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
        return false;
    }

    @Override
    public String getActivationName() {
        return "beans";
    }

    @Override
    public Class<?> getEndpointClass() {
        return Bean.class;
    }

    private final class Bean implements MessageEndpoint, LinkListener {
        @Override
        public void beforeDelivery(Method method) {}

        @Override
        public void afterDelivery() {}

        @Override
        public void release() {
            lent.decrementAndGet();
        }

        @Override
        public void opened(Link link) {
            late |= !available;
        }

        @Override
        public void received(Link link, List<Frame> frames) {
            if (frames.get(0) instanceof Frame.Opened) {
                var thread = Thread.currentThread().getName();
                link.write(new Frame.Opened(new StreamHeader("localhost", "", thread, "1.0", "en", "jabber:client")));
            }
        }

        @Override
        public void failed(Link link, StreamException reason) {
            late |= !available;
            link.write(new Frame.Nonza(reason.element()));
            link.close();
        }

        @Override
        public void closed(Link link) {
            late |= !available;
        }
    }
}
