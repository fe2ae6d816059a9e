package im.myna.benchmark.scenario;

import im.myna.benchmark.client.Client;
import im.myna.benchmark.client.Login;
import im.myna.benchmark.measure.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** More and more who are there and silent: what each of them holds of the server's memory, and what they do to the others. */
public final class Growth {
    private static final double KIBIBYTE = 1024;

    private final Stage stage;
    private final Login login;
    private final List<Client> idle = new ArrayList<>();

    private Growth(Stage stage) {
        this.stage = stage;
        login = stage.login().availableAfterwards();
    }

    /** Chats at each number of sessions, and weighs a session between the first and the last. */
    public static void play(Stage stage, List<Integer> sessions) {
        var growth = new Growth(stage);
        var pairs = 2 * stage.load().pairs();
        Optional<Memory> first = Optional.empty();
        for (int count : sessions) {
            growth.until(Math.max(0, count - pairs));
            ClosedLoop.play(stage, 1, "Chat among %,d sessions".formatted(count));
            first = first.isPresent() ? first : stage.meter().memory();
        }
        int last = sessions.get(sessions.size() - 1);
        growth.weigh(first, last, last - Math.max(pairs, sessions.get(0)));
        growth.end();
    }

    /** Only weighs them. */
    public static void weigh(Stage stage, int sessions) {
        var growth = new Growth(stage);
        // What the first few bring with them, such as compiled code, is no part of a session.
        growth.until(Math.min(sessions / 2, 2 * stage.load().pairs()));
        var before = stage.meter().memory();
        int already = growth.idle.size();
        growth.until(sessions);
        growth.weigh(before, sessions, sessions - already);
        growth.end();
    }

    private void until(int count) {
        idle.addAll(stage.accounts().logIn(stage.clients(), stage.accounts().range("idle", idle.size(), count), login));
    }

    private void weigh(Optional<Memory> before, int sessions, int more) {
        var title = "Idle session, " + (login.tls() ? "TLS" : "no TLS") + ", at %,d".formatted(sessions);
        stage.meter()
                .memory()
                .ifPresent(after -> before.ifPresent(then -> {
                    double each = (after.total() - then.total()) / KIBIBYTE / more;
                    stage.report().add(title + ": server memory each, KiB", more > 0 ? each : Double.NaN);
                    stage.report().add(title + ": server memory in all, MiB", after.total() / KIBIBYTE / KIBIBYTE);
                }));
    }

    private void end() {
        Accounts.logOut(stage.clients(), idle);
    }
}
