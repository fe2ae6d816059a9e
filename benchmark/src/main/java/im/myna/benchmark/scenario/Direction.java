package im.myna.benchmark.scenario;

import im.myna.benchmark.client.Client;
import im.myna.benchmark.client.Template;
import im.myna.benchmark.measure.Faults;
import im.myna.benchmark.measure.Sequence;

/** From one client to another. */
final class Direction {
    private final Client from;
    private final Client to;
    private final Template template;
    private final Sequence sequence = new Sequence();
    private int sent;

    Direction(Client from, Client to, Template template) {
        this.from = from;
        this.to = to;
        this.template = template;
    }

    int sent() {
        return sent;
    }

    Client from() {
        return from;
    }

    /** With the next flush. */
    void send() {
        from.send(template, sent++);
    }

    /** False when it came to the wrong one. */
    boolean arrived(Client at, int number) {
        boolean right = at == to && number < sent;
        if (right) {
            sequence.arrived(number);
        } else {
            sequence.strayed();
        }
        return right;
    }

    Faults faults() {
        return sequence.faults(sent);
    }
}
