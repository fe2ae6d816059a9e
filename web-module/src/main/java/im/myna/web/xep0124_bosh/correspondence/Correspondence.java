package im.myna.web.xep0124_bosh.correspondence;

import im.myna.web.xep0124_bosh.correspondence.Replays.Sent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The requests of one session and their answers (XEP-0124, 7 to 15): used by one thread at a time. Times are those of
 * {@link System#nanoTime}.
 */
public final class Correspondence {
    private static final Logger LOG = System.getLogger(Correspondence.class.getName());

    private static final int MOST_REPEATS = 20;

    private final Terms terms;
    private final KeySequence keys;
    private final Window window;
    private final Activity activity;
    private final Replays replays;
    private final Reports reports;
    private final Post post;
    private final Consumer<Waiting> inside;

    /** In order; no more than the client may have under way. */
    private final Deque<Waiting> held = new ArrayDeque<>();

    private long inactivity;
    private long silentSince;
    private boolean closing;
    private boolean over;

    /**
     * @param next the number of the first request to come
     * @param post what the client shall be told
     * @param inside takes what each request holds, in order, and calls {@link Waiting#handled}
     */
    public Correspondence(Terms terms, KeySequence keys, long next, Post post, Consumer<Waiting> inside, long now) {
        this.terms = terms;
        this.keys = keys;
        this.post = post;
        this.inside = inside;
        window = new Window(next, terms.requests());
        activity = new Activity(terms, now);
        replays = new Replays(terms.requests());
        reports = new Reports(replays);
        silentSince = now;
        rest(terms.inactivity());
    }

    private void rest(int seconds) {
        inactivity = TimeUnit.SECONDS.toNanos(seconds);
    }

    /** A request came. Its answer goes to the reply, now or later. */
    public void arrived(Waiting request, long now) {
        if (over) {
            request.reply().answer(Answer.refusal(Terminal.ITEM_NOT_FOUND, terms));
            return;
        }
        guarded(request, () -> place(request, now));
        for (var next = window.take(); next.isPresent(); next = window.take()) {
            follow(next.get(), now);
        }
    }

    /** @return false when that was refused, and the session with it */
    private boolean guarded(Waiting request, Runnable step) {
        try {
            step.run();
            return true;
        } catch (BindingException reason) {
            LOG.log(Level.DEBUG, "event=refused condition={0} reason={1}", reason.condition(), reason.getMessage());
            end(Terminal.OTHER_REQUEST);
            request.reply().answer(Answer.refusal(reason.condition(), terms));
            return false;
        }
    }

    private void place(Waiting request, long now) {
        switch (window.place(request.request())) {
            case BEFORE -> repeat(request);
            case BEYOND -> throw notFound("a number beyond the window");
            case WITHIN -> {
                var early = window.early(request.rid());
                if (early.isPresent()) {
                    replace(early.get(), request);
                } else {
                    activity.checkNumber(request, held.size() + window.waiting());
                    rest(terms.inactivity());
                    window.add(request);
                }
            }
        }
        silentSince = now;
    }

    private static BindingException notFound(String reason) {
        return new BindingException(Terminal.ITEM_NOT_FOUND, reason);
    }

    /** XEP-0124, 14.3: the connection broke before the answer arrived. */
    private void repeat(Waiting request) {
        var unanswered = held.stream().filter(one -> one.rid() == request.rid()).findFirst();
        if (unanswered.isPresent()) {
            replace(unanswered.get(), request);
            return;
        }
        var answer = replays.find(request.rid())
                .filter(sent -> request.request().isCopyOf(sent.digest()))
                .orElseThrow(() -> notFound("no such answer"));
        request.reply().answer(answer.answer());
    }

    private void replace(Waiting known, Waiting copy) {
        if (!copy.request().isCopyOf(known.request().digest())) {
            throw notFound("a number used twice");
        }
        if (known.repeats() >= MOST_REPEATS) {
            throw new BindingException(Terminal.POLICY_VIOLATION, "repeated too often");
        }
        var before = known.repeated(copy.reply());
        // XEP-0124, 17.3
        before.answer(
                Answer.of(terms.content(), new Envelope(0).with("type", "error").bytes()));
    }

    private void follow(Waiting request, long now) {
        var wrapper = request.request().wrapper();
        if (!request.isFirst() && !guarded(request, () -> check(request, wrapper))) {
            return;
        }
        held.add(request);
        if (!request.isFirst()) {
            wrapper.ack()
                    .filter(ack -> terms.acknowledging())
                    .filter(ack -> reports.compare(ack, now))
                    .ifPresent(ack -> held.element().release());
            wrapper.number("pause", terms.pause()).ifPresent(this::pause);
        }
        inside.accept(request);
    }

    private void check(Waiting request, Wrapper wrapper) {
        keys.check(wrapper);
        activity.check(request, held.size(), replays.last().map(Sent::bare).orElse(false));
        wrapper.ack();
        if (wrapper.number("pause", Integer.MAX_VALUE).orElse(0) > terms.pause()) {
            throw new BindingException(Terminal.POLICY_VIOLATION, "too long a pause");
        }
        // XEP-0124, 16.4: there is one stream, and it has no name.
        if (!wrapper.empty() && wrapper.attribute("stream").isPresent()) {
            throw notFound("no such stream");
        }
    }

    /** XEP-0124, 10: all are answered at once, and the client may stay away so long. */
    private void pause(int seconds) {
        held.forEach(Waiting::releaseBare);
        rest(seconds);
    }

    /**
     * Answers what can be answered now.
     *
     * @param deaf whether nothing is taken any more of what requests hold
     */
    public void settle(boolean deaf, long now) {
        for (var first = held.peek(); first != null && (over || isRipe(first, deaf, now)); first = held.peek()) {
            held.remove();
            answer(first, now);
        }
        if (over) {
            // XEP-0124, 13: on all other open connections, an empty element.
            window.clear().forEach(early -> early.reply().answer(Answer.of(terms.content(), new Envelope(0).bytes())));
        }
    }

    private boolean isRipe(Waiting request, boolean deaf, long now) {
        boolean due = now - request.due(terms) >= 0;
        if (!request.isHandled() && !deaf) {
            return due && !terms.polls();
        }
        return due
                || closing
                || post.isWaiting()
                || (!request.isFirst() && (request.isReleased() || held.size() > terms.hold()));
    }

    private void answer(Waiting request, long now) {
        var letter = request.isBare() || over ? Post.NOTHING : post.next();
        var envelope = new Envelope(letter.size());
        if (request.isFirst()) {
            post.introduce(terms.describe(envelope));
        }
        if (terms.acknowledging() && (request.isFirst() || window.last() != request.rid())) {
            envelope.with("ack", request.isFirst() ? request.rid() : window.last());
        }
        reports.write(envelope, now);
        if (!over && (closing || letter.isLast())) {
            over = true;
            envelope.with("type", "terminate");
            letter.condition().ifPresent(condition -> envelope.with("condition", condition.condition()));
        }
        send(request, Answer.of(terms.content(), letter.in(envelope).bytes()), letter, now);
    }

    private void send(Waiting request, Answer answer, Post.Letter letter, long now) {
        replays.add(new Sent(request.rid(), request.request().digest(), answer, letter.size() == 0, now));
        silentSince = now;
        request.reply().answer(answer);
        post.sent(letter);
    }

    /** The stream was closed, and all is said; the next request learns that. */
    public void close() {
        closing = true;
    }

    /** It is over, for that reason. */
    public void end(Terminal condition) {
        over = true;
        var refusal = Answer.refusal(condition, terms);
        held.forEach(request -> request.reply().answer(refusal));
        held.clear();
        window.clear().forEach(request -> request.reply().answer(refusal));
    }

    public boolean isOver() {
        return over;
    }

    /** When there is something to do if nothing happens before. */
    public long due() {
        var first = Optional.ofNullable(held.peek());
        return first.map(request -> request.due(terms)).orElse(silentSince + inactivity);
    }

    /** Whether the client has not been heard of for too long. */
    public boolean isForsaken(long now) {
        return held.isEmpty() && now - silentSince - inactivity >= 0;
    }
}
