package im.myna.benchmark.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.myna.cards.PhotoChange;
import im.myna.jid.Jid;
import im.myna.routing.Router;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.stanza.Head;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.environment.se.WeldContainer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to announce oneself again, to no contacts but one's own client, with a photo that the server adds and without. Nanoseconds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PresenceBenchmark {
    private static final Payload AWAY = Payload.parse(("<show>away</show><status>On the balcony</status>"
                    + "<c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='https://im.example.com'"
                    + " ver='QgayPKawpkPSDYmwT/WM94uAlu0='/>")
            .getBytes(UTF_8));
    private static final Jid JULIET = Jid.of("juliet@" + Application.DOMAIN + "/balcony");

    @Param({"", "a9993e364706816aba3e25717850c26c9cd0d89d"})
    private String photo = "";

    private final CountingLink heard = new CountingLink();
    private final Session session = new Session(JULIET, heard, "PLAIN");
    private final Presence presence = new Presence(Head.NONE, AWAY);
    private WeldContainer application;
    private Router router;

    void photo(String hash) {
        photo = hash;
    }

    /** She is here, available, and has that photo or no card. */
    @Setup
    public void begin() {
        application = Application.start();
        router = application.select(Router.class).get();
        application.select(Sessions.class).get().add(session);
        session.available(presence, (byte) 0);
        if (!photo.isEmpty()) {
            application.event().select(PhotoChange.class).fire(new PhotoChange(JULIET.bare(), Optional.of(photo)));
        }
    }

    @TearDown
    public void end() {
        application.shutdown();
    }

    /** The bytes that came back in all. */
    @Benchmark
    public long announced() {
        if (!router.sent(presence, session).run(false)) {
            throw new IllegalStateException("presence must not block");
        }
        return heard.bytes();
    }
}
