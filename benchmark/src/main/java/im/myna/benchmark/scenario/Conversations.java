package im.myna.benchmark.scenario;

import im.myna.benchmark.client.Client;
import im.myna.benchmark.client.Clients;
import im.myna.benchmark.client.Mark;
import im.myna.benchmark.client.Receiver;
import im.myna.benchmark.client.Template;
import im.myna.benchmark.measure.Faults;
import java.util.ArrayList;
import java.util.List;

/** Pairs of clients who write to each other, and whether everything that one wrote reaches the other. */
final class Conversations implements Receiver {
    private final List<Direction> directions = new ArrayList<>();
    private final List<Client> sessions;
    private Arrival arrival = (direction, number) -> {};
    private long sent;
    private long arrived;

    /** Told of every message that came to the right one. */
    @FunctionalInterface
    interface Arrival {
        void of(int direction, int number);
    }

    private Conversations(List<Client> sessions) {
        this.sessions = sessions;
    }

    /** Logs the pairs in; the directions 2n and 2n+1 are the two of one pair. */
    static Conversations of(Stage stage) {
        var accounts = stage.accounts().range("chat", 0, 2 * stage.load().pairs());
        var sessions =
                stage.accounts().logIn(stage.clients(), accounts, stage.login().availableAfterwards());
        var conversations = new Conversations(sessions);
        stage.clients().run(() -> conversations.introduce(stage));
        return conversations;
    }

    private void introduce(Stage stage) {
        for (int i = 0; i < sessions.size(); i++) {
            var from = sessions.get(i);
            var to = sessions.get(i ^ 1);
            var address = to.account().full(stage.clients().target());
            directions.add(new Direction(
                    from, to, Template.message(i, address, stage.load().bytes())));
            from.receiver(this);
        }
    }

    /** Who is told from now on. */
    void arrival(Arrival one) {
        arrival = one;
    }

    int count() {
        return directions.size();
    }

    /** With the next flush. */
    void send(int direction) {
        directions.get(direction).send();
        sent++;
    }

    void flush(int direction) {
        directions.get(direction).from().flush();
    }

    /** The number that the next message of that direction will have. */
    int next(int direction) {
        return directions.get(direction).sent();
    }

    @Override
    public void received(Client at, byte[] bytes, int from, int to) {
        long mark = bytes[from + 1] == 'm' ? Mark.find(bytes, from, to) : Mark.NONE;
        int sender = Mark.sender(mark);
        if (mark == Mark.NONE || sender >= directions.size()) {
            return;
        }
        if (directions.get(sender).arrived(at, Mark.number(mark))) {
            arrived++;
            arrival.of(sender, Mark.number(mark));
        }
    }

    long arrived() {
        return arrived;
    }

    long underWay() {
        return sent - arrived;
    }

    Faults faults() {
        return directions.stream().map(Direction::faults).reduce(Faults.NONE, Faults::plus);
    }

    /** Everybody goes. */
    void end(Clients clients) {
        Accounts.logOut(clients, sessions);
    }
}
