package im.myna.negotiation;

import im.myna.figures.Flow;
import im.myna.jid.Jid;
import im.myna.link.Link;
import im.myna.specification.Implements;
import im.myna.stanza.Iq;
import im.myna.stanza.Stanza;
import im.myna.stanza.StanzaException;
import im.myna.stream.Frame;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import im.myna.stream.StreamHeader;
import im.myna.xml.Element;
import java.util.List;

/** One peer's way from its connection to its session (RFC 6120, 4 to 7). Used by one thread at a time. */
@Implements(spec = "RFC 6120", note = "streams, STARTTLS, SASL and resource binding (4 to 7), client to server")
public final class Negotiation {
    private final Link link;
    private final Negotiations shared;
    private final Greeting greeting;
    private final Authentication authentication;
    /** True while our header of the present stream is out. */
    private boolean opened;

    Negotiation(Link link, Negotiations shared) {
        this.link = link;
        this.shared = shared;
        greeting = new Greeting(shared.settings().domains());
        authentication = new Authentication(link, shared);
    }

    /** True when {@link #accept} of that frame may take longer than an event loop can wait. */
    public boolean blocks(Frame frame) {
        return frame instanceof Frame.Arrived
                || (frame instanceof Frame.Nonza nonza && Authentication.takes(nonza.element()));
    }

    /**
     * Takes what the peer sent.
     *
     * @throws StreamException when it broke the stream: hand it to {@link #end}
     */
    public Outcome accept(Frame frame) {
        if (frame instanceof Frame.Opened opening) {
            return open(opening.header());
        }
        if (frame instanceof Frame.Closed) {
            return close();
        }
        if (!opened) {
            throw new StreamException(StreamCondition.BAD_FORMAT, "a stream begins with its header");
        }
        if (frame instanceof Frame.Nonza nonza) {
            return nonza(nonza.element());
        }
        return frame instanceof Frame.Arrived arrived ? stanza(arrived.stanza()) : refuse();
    }

    /** Goes on after {@link Outcome.Later}. */
    public Outcome resume() {
        return authenticated(authentication.resume());
    }

    /** Tells the peer why, and closes the link. RFC 6120, 4.9.1.2: with a header of ours if there was none yet. */
    public void end(StreamException reason) {
        if (!opened) {
            link.write(new Frame.Opened(greeting.header()));
        }
        link.end(reason);
    }

    private Outcome open(StreamHeader header) {
        if (opened) {
            throw new StreamException(StreamCondition.BAD_FORMAT, "the stream is open already");
        }
        greeting.check(header, authentication.account());
        var peer = new Peer(link, greeting.domain(), authentication.account());
        authentication.greet(peer);
        redirect();
        opened = true;
        link.write(new Frame.Opened(greeting.header()));
        link.write(new Frame.Nonza(new Announcement(peer, shared).features(authentication.offered())));
        return Outcome.GOING;
    }

    /** RFC 6120, 4.9.3.19: where TLS is required, only then, so that nobody in between can send people elsewhere. */
    private void redirect() {
        var host = shared.settings().login().seeOtherHost();
        if (!host.isEmpty() && isProtected()) {
            throw StreamException.seeOtherHost(host);
        }
    }

    private boolean isProtected() {
        return link.security().encrypted() || !shared.settings().tls().required();
    }

    private Outcome close() {
        if (!opened) {
            link.write(new Frame.Opened(greeting.header()));
        }
        link.write(new Frame.Closed());
        link.close();
        return Outcome.OVER;
    }

    private Outcome nonza(Element element) {
        boolean stranger = authentication.account().isNone();
        if (element.is(StartTls.NS, "starttls")) {
            return startTls();
        }
        if (stranger && Authentication.takes(element)) {
            return authenticated(authentication.accept(element));
        }
        // RFC 6120, 4.9.3.12 and 4.9.3.24
        throw new StreamException(stranger ? StreamCondition.NOT_AUTHORIZED : StreamCondition.UNSUPPORTED_STANZA_TYPE);
    }

    private Outcome startTls() {
        if (!StartTls.isPossible(link)) {
            // RFC 6120, 5.4.2.2
            link.write(new Frame.Nonza(StartTls.FAILURE));
            return close();
        }
        opened = false;
        link.startTls(new Frame.Nonza(StartTls.PROCEED));
        return Outcome.GOING;
    }

    private Outcome authenticated(Outcome outcome) {
        if (opened && !authentication.account().isNone()) {
            // RFC 6120, 6.4.6: both sides begin anew.
            opened = false;
            link.restart();
            link.established(shared.settings().limits().authenticated());
        }
        return outcome;
    }

    private Outcome stanza(Stanza stanza) {
        var account = authentication.account();
        try {
            if (stanza instanceof Iq iq && iq.isRequest() && isProtected()) {
                return request(iq, account);
            }
        } catch (StanzaException e) {
            write(stanza.error(e));
            return Outcome.GOING;
        }
        return refuse();
    }

    private Outcome request(Iq iq, Jid account) {
        if (!account.isNone() && Binding.takes(iq)) {
            return shared.binding().bind(iq, authentication, link);
        }
        for (var service : account.isNone() ? shared.newcomers() : List.<Newcomers>of()) {
            if (service.concerns(iq)) {
                write(service.answer(iq, greeting.domain(), link));
                return Outcome.GOING;
            }
        }
        return refuse();
    }

    private void write(Stanza answer) {
        link.write(new Frame.Arrived(answer));
        shared.figures().sent().add(Flow.of(answer));
    }

    private static Outcome refuse() {
        // RFC 6120, 4.9.3.12 and 7.1: nothing else before a resource is bound.
        throw new StreamException(StreamCondition.NOT_AUTHORIZED);
    }
}
