package im.myna.web.xep0124_bosh;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.myna.link.Door;
import im.myna.link.Wheel;
import im.myna.stanza.Stanza;
import im.myna.stream.Frame;
import im.myna.stream.FramingDecoder;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import im.myna.stream.StreamHeader;
import im.myna.web.door.Parcel;
import im.myna.web.door.Porter;
import im.myna.web.door.Visitor;
import im.myna.web.door.WebLink;
import im.myna.web.xep0124_bosh.correspondence.Correspondence;
import im.myna.web.xep0124_bosh.correspondence.Envelope;
import im.myna.web.xep0124_bosh.correspondence.KeySequence;
import im.myna.web.xep0124_bosh.correspondence.Post;
import im.myna.web.xep0124_bosh.correspondence.Reply;
import im.myna.web.xep0124_bosh.correspondence.Request;
import im.myna.web.xep0124_bosh.correspondence.Terminal;
import im.myna.web.xep0124_bosh.correspondence.Terms;
import im.myna.web.xep0124_bosh.correspondence.Waiting;
import im.myna.web.xep0124_bosh.correspondence.Wrapper;
import im.myna.xml.Element;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client's session (XEP-0124, 7), which the server sees as one long connection. */
final class BoshSession extends WebLink {
    private static final Logger LOG = System.getLogger(BoshSession.class.getName());

    private final String sid;
    private final Visitor founder;
    private final Wrapper creation;
    private final Correspondence correspondence;
    private final Runnable farewell;
    private final FramingDecoder decoder;
    private final Wheel wheel;
    private final Alarm alarm = new Alarm();
    private Optional<Prebinding> prebinding = Optional.empty();
    private boolean left;

    /**
     * @param founder who began it, admitted by the porter
     * @param farewell is called when it is over
     */
    BoshSession(
            String sid,
            Visitor founder,
            Porter porter,
            Request first,
            Terms terms,
            KeySequence keys,
            Runnable farewell) {
        super(Door.BOSH, founder, porter);
        this.sid = sid;
        this.founder = founder;
        this.farewell = farewell;
        creation = first.wrapper();
        decoder = new FramingDecoder(limits());
        wheel = porter.wheel();
        correspondence = new Correspondence(
                terms,
                keys,
                first.rid(),
                new Post(() -> !outbox().isEmpty(), outbox()::next, this::sent, this::introduce),
                this::take,
                System.nanoTime());
    }

    private void introduce(Envelope envelope) {
        envelope.with("sid", sid);
        if (security().encrypted()) {
            envelope.with("secure", "true");
        }
    }

    String sid() {
        return sid;
    }

    /** Its first request. */
    void begin(Request first, Reply reply) {
        begin();
        arrived(first, reply, true);
    }

    /** Without a request: somebody within logs in first. */
    void begin(Prebinding within) {
        prebinding = Optional.of(within);
        begin();
        say(within.opening());
    }

    private void say(Element element) {
        var bytes = element.xml().getBytes(UTF_8);
        receive(new Parcel(bytes.length, () -> List.of(decoder.decode(bytes))));
    }

    private void hear(Prebinding within) {
        while (!within.isOver() && !outbox().isEmpty()) {
            outbox().next().ifPresent(said -> {
                sent(said.length);
                within.hear(Element.parse(said), this::say);
            });
        }
    }

    /** Another one, from whoever knows the sid. */
    void arrived(Request request, Reply reply) {
        arrived(request, reply, false);
    }

    private void arrived(Request request, Reply reply, boolean first) {
        var waiting = new Waiting(request, reply, System.nanoTime(), first);
        turn(() -> {
            correspondence.arrived(waiting, waiting.since());
            alive();
            settle();
        });
    }

    /** XEP-0124, 19.1: once encrypted, always encrypted. */
    boolean admits(Visitor visitor) {
        boolean secure = isHttps(visitor) || !isHttps(founder);
        return secure
                && (visitor.security().encrypted() || !founder.security().encrypted())
                && visitor.security().peer().equals(founder.security().peer());
    }

    private static boolean isHttps(Visitor visitor) {
        return visitor.origin().startsWith("https:");
    }

    /** What a request may have now. */
    int largest() {
        return limits().stanzaBytes();
    }

    /** One of its requests is larger than it may be, and was not read to its end. */
    void overwhelmed() {
        turn(() -> receive(new Parcel(0, () -> {
            throw new StreamException(StreamCondition.POLICY_VIOLATION, "a request is too large");
        })));
    }

    /** The client of one of the requests hung up. */
    void hungUp() {
        turn(this::settle);
    }

    /** The server goes. */
    void shutDown() {
        turn(() -> {
            correspondence.end(Terminal.SYSTEM_SHUTDOWN);
            leave();
        });
    }

    /** A log-in that was refused leaves nothing behind. */
    void abandon() {
        turn(this::cut);
    }

    private void take(Waiting waiting) {
        receive(new Parcel(waiting.request().bytes().length, () -> {
            waiting.handled();
            turn(this::settle);
            return frames(waiting);
        }));
    }

    private List<Frame> frames(Waiting waiting) {
        var request = waiting.request();
        decoder.limits(limits());
        var held = decoder.decodeBody(request.bytes()).frames();
        if (waiting.isFirst() || request.wrapper().restarts()) {
            // XEP-0206, 5: what else is in it is ignored.
            return opening(request.wrapper());
        }
        var frames = new ArrayList<>(held);
        if (request.wrapper().terminates()) {
            frames.add(new Frame.Closed());
        }
        return frames;
    }

    /** What is not said again is as it was. */
    private List<Frame> opening(Wrapper wrapper) {
        return List.of(new Frame.Opened(new StreamHeader(
                wrapper.value("from"),
                wrapper.attribute("to").orElse(creation.value("to")),
                "",
                wrapper.xmppVersion().orElse("1.0"),
                wrapper.lang().isEmpty() ? creation.lang() : wrapper.lang(),
                Stanza.NS)));
    }

    @Override
    protected void flush() {
        settle();
    }

    private void settle() {
        long now = System.nanoTime();
        try {
            prebinding.filter(within -> !within.isOver()).ifPresent(this::hear);
            correspondence.settle(isDeaf(), now);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "link=" + id() + " event=settling-failed", e);
            correspondence.end(Terminal.INTERNAL_SERVER_ERROR);
        }
        if (correspondence.isForsaken(now)) {
            correspondence.end(Terminal.ITEM_NOT_FOUND);
        }
        if (correspondence.isOver()) {
            leave();
        } else if (!left) {
            wheel.set(alarm, correspondence.due());
        }
    }

    @Override
    protected void finish() {
        correspondence.close();
        settle();
    }

    @Override
    public void cut() {
        correspondence.end(Terminal.REMOTE_CONNECTION_FAILED);
        leave();
    }

    private void leave() {
        if (!left) {
            left = true;
            wheel.remove(alarm);
            farewell.run();
            depart();
            prebinding.ifPresent(within -> within.refuse("remote-connection-failed"));
        }
    }

    private final class Alarm extends Wheel.Deadline {
        @Override
        protected void due(long now) {
            turn(BoshSession.this::settle);
        }
    }
}
