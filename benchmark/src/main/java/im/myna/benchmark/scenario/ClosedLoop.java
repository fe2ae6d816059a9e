package im.myna.benchmark.scenario;

import im.myna.benchmark.measure.Meter;

/** Pairs who answer each message at once, so that always the same number of messages is under way. */
public final class ClosedLoop {
    private final Stage stage;
    private final Conversations conversations;
    private final int inFlight;
    private double perRead;
    private boolean going = true;

    private ClosedLoop(Stage stage, int inFlight) {
        this.stage = stage;
        this.inFlight = inFlight;
        conversations = Conversations.of(stage);
    }

    /**
     * Plays it with one message under way in each pair, and with several. What one read brings is answered in one write, so that
     * several of a pair stay together where the server keeps them together: then each costs a part of what one alone costs.
     */
    public static void play(Stage stage) {
        int several = stage.load().inFlight();
        play(stage, 1, title(stage, 1));
        if (several > 1) {
            play(stage, several, title(stage, several));
        }
    }

    private static String title(Stage stage, int inFlight) {
        return "Chat, closed loop, %d pairs, %d in flight"
                .formatted(stage.load().pairs(), inFlight);
    }

    static void play(Stage stage, int inFlight, String title) {
        var loop = new ClosedLoop(stage, inFlight);
        var cost = loop.measured();
        stage.report().add(title + ": messages per second", cost.perSecond());
        stage.report().add(title + ": server CPU per message, us", cost.microseconds());
        stage.report().add(title + ": messages in one read of the load", loop.perRead);
        stage.report().add(title + ": the load's own CPU per message, us", cost.ownMicroseconds());
    }

    private Meter.Cost measured() {
        var clients = stage.clients();
        clients.run(this::begin);
        long reads = clients.call(clients::reads);
        var cost = stage.measure(conversations::arrived);
        clients.run(() -> {
            going = false;
            perRead = (double) conversations.arrived() / (clients.reads() - reads);
        });
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
            for (int i = 0; i < inFlight; i++) {
                conversations.send(direction);
            }
            conversations.flush(direction);
        }
    }
}
