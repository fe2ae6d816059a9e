package im.myna.entry;

import im.myna.link.Link;
import im.myna.link.LinkListener;
import im.myna.stream.Frame;
import im.myna.stream.StreamException;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Where every door hands in what it received. */
@Stateless
@Local(LinkListener.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Inflow implements LinkListener {
    @Inject
    private Streams streams;

    @Override
    public void opened(Link link) {
        streams.opened(link);
    }

    @Override
    public void received(Link link, List<Frame> frames) {
        streams.received(link, frames);
    }

    @Override
    public void failed(Link link, StreamException reason) {
        streams.failed(link, reason);
    }

    @Override
    public void closed(Link link) {
        streams.closed(link);
    }
}
