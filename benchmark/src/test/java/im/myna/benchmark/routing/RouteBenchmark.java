package im.myna.benchmark.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.myna.jid.Jid;
import im.myna.routing.Router;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.stanza.Head;
import im.myna.stanza.Message;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.environment.se.WeldContainer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to bring a chat message from a session to another one of the same server: every stop and table on its way, and its
 * bytes for the receiver; no decoding, no container, no sockets. Microseconds for each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RouteBenchmark {
    private static final Payload BODY = Payload.parse(
            ("<body>My ears have not yet drunk a hundred words of that tongue's utterance, yet I know the sound</body>"
                            + "<active xmlns='http://jabber.org/protocol/chatstates'/><request xmlns='urn:xmpp:receipts'/>"
                            + "<origin-id xmlns='urn:xmpp:sid:0' id='9a5f2d3c-77b4-4f0e-9d1b-2f6c1a0e8b11'/>")
                    .getBytes(UTF_8));
    private static final Jid JULIET = Jid.of("juliet@" + Application.DOMAIN + "/balcony");
    private static final Jid ROMEO = Jid.of("romeo@" + Application.DOMAIN + "/orchard");

    private final CountingLink heard = new CountingLink();
    private final Session sender = new Session(JULIET, new CountingLink(), "PLAIN");
    private final Stanza toFull = message(ROMEO);
    private final Stanza toBare = message(ROMEO.bare());
    private WeldContainer application;
    private Router router;

    private static Stanza message(Jid to) {
        return new Message(
                Head.NONE.to(to).id("9a5f2d3c-77b4-4f0e").type("chat").lang("en"), BODY);
    }

    /** Both are here and available. */
    @Setup
    public void begin() {
        application = Application.start();
        router = application.select(Router.class).get();
        var sessions = application.select(Sessions.class).get();
        var receiver = new Session(ROMEO, heard, "PLAIN");
        for (var session : new Session[] {sender, receiver}) {
            sessions.add(session);
            session.available(new Presence(Head.NONE.from(session.jid()), Payload.EMPTY), (byte) 0);
        }
    }

    @TearDown
    public void end() {
        application.shutdown();
    }

    /** The receiver's bytes in all, which grow by one message. */
    @Benchmark
    public long toAFullAddress() {
        return routed(toFull);
    }

    /** As {@link #toAFullAddress}; the server chooses the resource. */
    @Benchmark
    public long toABareAddress() {
        return routed(toBare);
    }

    private long routed(Stanza stanza) {
        if (!router.sent(stanza, sender).run(false)) {
            throw new IllegalStateException("a message to somebody who is here must not block");
        }
        return heard.bytes();
    }
}
