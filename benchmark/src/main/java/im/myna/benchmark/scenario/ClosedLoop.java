package im.myna.benchmark.scenario;

import im.myna.benchmark.measure.Meter;

/** Pairs who answer each message at once, so that always the same number of messages is under way. */
public final class ClosedLoop {
    private final Stage stage;
    private final Conversations conversations;
    private boolean going = true;

    private ClosedLoop(Stage stage) {
        this.stage = stage;
        conversations = Conversations.of(stage);
    }

    /** Plays it. */
    public static void play(Stage stage) {
        var load = stage.load();
        play(stage, "Chat, closed loop, %d pairs, %d in flight".formatted(load.pairs(), load.inFlight()));
    }

    static void play(Stage stage, String title) {
        var cost = new ClosedLoop(stage).measured();
        stage.report().add(title + ": messages per second", cost.perSecond());
        stage.report().add(title + ": server CPU per message, us", cost.microseconds());
        stage.report().add(title + ": the load's own CPU per message, us", cost.ownMicroseconds());
    }

    private Meter.Cost measured() {
        var clients = stage.clients();
        clients.run(this::begin);
        var cost = stage.measure(conversations::arrived);
        clients.run(() -> going = false);
        stage.drain(conversations::underWay);
        stage.report().add(clients.call(conversations::faults));
        conversations.end(clients);
        return cost;
    }

    private void begin() {
        conversations.arrival((direction, number) -> {
            if (going) {
                conversations.send(direction ^ 1);
            }
        });
        for (int direction = 0; direction < conversations.count(); direction += 2) {
            for (int i = 0; i < stage.load().inFlight(); i++) {
                conversations.send(direction);
            }
            conversations.flush(direction);
        }
    }
}
