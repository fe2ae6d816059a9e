package im.myna.entry;

import im.myna.link.Link;
import im.myna.link.LinkListener;
import im.myna.stream.Frame;
import im.myna.stream.StreamException;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.List;

/** Where the TCP door hands in what clients sent. */
@MessageDriven(activationConfig = @ActivationConfigProperty(propertyName = "kind", propertyValue = "client"))
// Its own transactions, of which there are none: else each batch would begin one.
@TransactionManagement(TransactionManagementType.BEAN)
public class StreamEntry implements LinkListener {
    @EJB
    private Beginning beginning;

    @EJB
    private LinkListener inflow;

    /** The container opens the door before it runs the start-up beans: the first to come wait here, on the loop, for the tables. */
    @PostConstruct
    void waitForTheBeginning() {
        beginning.await();
    }

    @Override
    public void opened(Link link) {
        inflow.opened(link);
    }

    @Override
    public void received(Link link, List<Frame> frames) {
        inflow.received(link, frames);
    }

    @Override
    public void failed(Link link, StreamException reason) {
        inflow.failed(link, reason);
    }

    @Override
    public void closed(Link link) {
        inflow.closed(link);
    }
}
