package im.myna.web.xep0124_bosh.correspondence;

import java.util.concurrent.TimeUnit;

/** Whether a client asks too often (XEP-0124, 11 and 12). */
final class Activity {
    /** Who comes back with a new page asks once more while his last request still waits; such a thing is not counted as a rule. */
    private static final long FORGIVEN = TimeUnit.SECONDS.toNanos(30);
    /** Clocks and networks are not exact. */
    private static final int TENTHS = 9;

    private final Terms terms;
    private final long interval;
    private long last;
    private boolean lastEmpty;
    private long forgiven;

    Activity(Terms terms, long now) {
        this.terms = terms;
        interval = TimeUnit.SECONDS.toNanos(terms.polling()) / 10 * TENTHS;
        last = now;
        forgiven = now - FORGIVEN;
    }

    /**
     * A new request came.
     *
     * @param before how many have no answer yet
     * @throws BindingException policy-violation
     */
    void checkNumber(Waiting request, int before) {
        if (before >= terms.requests() && !ends(request)) {
            throw violation("too many requests at once");
        }
    }

    private static boolean ends(Waiting request) {
        var wrapper = request.request().wrapper();
        return wrapper.pauses() || wrapper.terminates();
    }

    /**
     * Takes note of a request, in the order of their numbers.
     *
     * @param before how many have no answer yet
     * @param vain whether there was nothing in the last answer
     * @throws BindingException policy-violation
     */
    void check(Waiting request, int before, boolean vain) {
        boolean empty = request.request().wrapper().empty()
                && !request.request().wrapper().restarts();
        boolean soon = request.since() - last < interval;
        if (empty && soon && !ends(request) && inVain(request, before, vain)) {
            throw violation("empty requests too soon after each other");
        }
        last = request.since();
        lastEmpty = empty;
    }

    private boolean inVain(Waiting request, int before, boolean vain) {
        if (terms.polls()) {
            return lastEmpty && vain;
        }
        if (before + 1 < terms.requests()) {
            return false;
        }
        boolean again = request.since() - forgiven < FORGIVEN;
        forgiven = request.since();
        return again;
    }

    private static BindingException violation(String reason) {
        return new BindingException(Terminal.POLICY_VIOLATION, reason);
    }
}
