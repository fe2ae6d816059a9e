package im.myna.web.xep0124_bosh.correspondence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A session without HTTP and without a clock of its own; it began with the request 100. */
final class Desk {
    private static final String FIRST =
            "<body xmlns='http://jabber.org/protocol/httpbind' rid='100' to='im.example.com'%s/>";
    static final String USUAL = " wait='60' hold='1' ver='1.6'";

    private final Deque<byte[]> outgoing = new ArrayDeque<>();
    final List<Long> inside = new ArrayList<>();
    final Terms terms;
    final Correspondence correspondence;
    final Asked first;
    private long now;
    private boolean busy;
    private final Deque<Waiting> unhandled = new ArrayDeque<>();

    /** One request, and what came back. */
    static final class Asked implements Reply {
        final List<Answer> answers = new ArrayList<>();
        boolean dead;

        @Override
        public void answer(Answer answer) {
            answers.add(answer);
        }

        @Override
        public boolean isDead() {
            return dead;
        }

        String body() {
            return answers.isEmpty() ? "" : new String(answers.get(0).body(), UTF_8);
        }

        boolean isAnswered() {
            return !answers.isEmpty();
        }
    }

    /** @param attributes of the request that it begins with */
    Desk(String attributes) {
        var request = request(FIRST.formatted(attributes));
        terms = Terms.asked(request.wrapper());
        var post = new Post(
                () -> !outgoing.isEmpty(),
                () -> Optional.ofNullable(outgoing.poll()),
                count -> {},
                envelope -> envelope.with("sid", "S"));
        correspondence = new Correspondence(terms, new KeySequence(request.wrapper()), 100, post, this::take, now);
        first = new Asked();
        correspondence.arrived(new Waiting(request, first, now, true), now);
        will("<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' from='im.example.com' id='I' version='1.0'/>");
        says("<stream:features xmlns:stream='http://etherx.jabber.org/streams'/>");
    }

    static Request request(String xml) {
        return Request.of(xml.getBytes(UTF_8), 10_000);
    }

    private void take(Waiting waiting) {
        inside.add(waiting.rid());
        if (busy) {
            unhandled.add(waiting);
        } else {
            waiting.handled();
        }
    }

    /** Nothing that requests hold is taken. */
    void busy() {
        busy = true;
    }

    void idle() {
        busy = false;
        unhandled.forEach(Waiting::handled);
        unhandled.clear();
        settle();
    }

    void settle() {
        correspondence.settle(false, now);
    }

    /** The server has that to say. */
    void says(String frame) {
        will(frame);
        settle();
    }

    /** The server has that to say, and more. */
    void will(String frame) {
        outgoing.add(frame.getBytes(UTF_8));
    }

    /** An empty request. */
    Asked polls(long rid) {
        return asks(rid, "", "");
    }

    Asked asks(long rid, String attributes, String payload) {
        return sends("<body xmlns='http://jabber.org/protocol/httpbind' sid='S' rid='" + rid + "'" + attributes + ">"
                + payload + "</body>");
    }

    Asked sends(String body) {
        var asked = new Asked();
        correspondence.arrived(new Waiting(request(body), asked, now, false), now);
        settle();
        return asked;
    }

    void passes(int seconds) {
        passesMillis(TimeUnit.SECONDS.toMillis(seconds));
    }

    void passesMillis(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
        settle();
    }

    boolean isForsaken() {
        return correspondence.isForsaken(now);
    }

    static String terminating(String condition) {
        return "<body xmlns='http://jabber.org/protocol/httpbind' type='terminate' condition='" + condition + "'/>";
    }
}
