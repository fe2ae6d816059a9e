package im.myna.routing;

import im.myna.session.Session;
import im.myna.stanza.Condition;
import im.myna.stanza.Iq;
import im.myna.stanza.Message;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import im.myna.stanza.StanzaException;
import im.myna.stream.StreamException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Brings every stanza to where it belongs (RFC 6120, 10; RFC 6121, 8), by way of the features that have a say in it. */
@ApplicationScoped
public class Router {
    private static final System.Logger LOG = System.getLogger(Router.class.getName());

    @Inject
    private DispatchTable table;

    @Inject
    private Requests requests;

    @Inject
    private Messages messages;

    @Inject
    private Presences presences;

    /** What a client sent. @throws StreamException invalid-from when it speaks for somebody else */
    public Errand sent(Stanza stanza, Session sender) {
        var errand = new Errand();
        var stamped = Stamp.from(stanza, sender);
        if (stamped instanceof Iq iq) {
            take(errand, iq, () -> requests.sent(iq, sender));
        } else if (stamped instanceof Message message) {
            take(errand, message, () -> messages.sent(message));
        } else if (stamped instanceof Presence presence) {
            take(errand, presence, () -> presences.sent(presence, sender));
        }
        return errand;
    }
}
