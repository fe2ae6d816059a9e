package im.myna.benchmark.scenario;

import im.myna.benchmark.client.Client;
import im.myna.benchmark.client.Mark;
import im.myna.benchmark.client.Template;
import im.myna.benchmark.measure.Faults;
import im.myna.benchmark.measure.Meter;
import im.myna.benchmark.measure.Sequence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One user whose presence changes, and many who watch. */
public final class FanOut {
    /** With more, a server could send several changes in one packet, which nobody's presence does. */
    private static final int IN_FLIGHT = 1;

    /** Servers bound how many may wait for an answer. */
    private static final int REQUESTS_AT_ONCE = 32;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final int TRIES = 240;
    private static final Pattern REQUEST = Pattern.compile("from=['\"]([^/'\"]+)[^>]*");

    private final Stage stage;
    private final Client star;
    private final List<Client> watchers;
    private final Template presence = Template.presence(0);
    private final Map<Client, Sequence> seen = new HashMap<>();
    /** How many have seen each change that somebody has not seen yet. */
    private final Map<Integer, Integer> progress = new HashMap<>();

    private boolean going;
    private int asked;
    private int changes;
    private long deliveries;

    private FanOut(Stage stage) {
        this.stage = stage;
        var login = stage.login().availableAfterwards();
        var accounts = stage.accounts().range("watch", 0, stage.load().subscribers() + 1);
        var sessions = stage.accounts().logIn(stage.clients(), accounts, login);
        star = sessions.get(0);
        watchers = sessions.subList(1, sessions.size());
    }

    /** Plays it. */
    public static void play(Stage stage) {
        var title = "Presence to %d subscribers".formatted(stage.load().subscribers());
        var cost = new FanOut(stage).measured();
        stage.report().add(title + ": deliveries per second", cost.perSecond());
        stage.report().add(title + ": server CPU per delivery, us", cost.microseconds());
        stage.report().add(title + ": the load's own CPU per delivery, us", cost.ownMicroseconds());
    }

    private Meter.Cost measured() {
        var clients = stage.clients();
        clients.run(this::subscribe);
        settle();
        clients.run(this::begin);
        var cost = stage.measure(() -> deliveries);
        clients.run(() -> going = false);
        stage.drain(() -> progress.size());
        stage.report().add(clients.call(() -> seen.values().stream()
                .map(sequence -> sequence.faults(changes))
                .reduce(Faults.NONE, Faults::plus)));
        Accounts.logOut(
                clients,
                new ArrayList<>(
                        Stream.concat(Stream.of(star), watchers.stream()).toList()));
        return cost;
    }

    private void subscribe() {
        star.receiver(this::requested);
        for (var watcher : watchers) {
            watcher.receiver((at, bytes, from, to) -> {
                if (Mark.find(bytes, from, to) != Mark.NONE && seen.putIfAbsent(at, new Sequence()) == null) {
                    ask();
                }
            });
        }
        for (int i = 0; i < REQUESTS_AT_ONCE; i++) {
            ask();
        }
    }

    /** The next who has not asked yet. */
    private void ask() {
        if (asked < watchers.size()) {
            var to = star.account().bare(stage.clients().target());
            watchers.get(asked++).send("<presence type='subscribe' to='" + to + "'/>");
        }
    }

    private void requested(Client at, byte[] bytes, int from, int to) {
        var xml = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (xml.startsWith("<presence") && (xml.contains("'subscribe'") || xml.contains("\"subscribe\""))) {
            var request = REQUEST.matcher(xml);
            if (request.find()) {
                at.send("<presence type='subscribed' to='" + request.group(1) + "'/>");
            }
        }
    }

    /** Until everybody has seen the presence, and what was sent for that is through. */
    private void settle() {
        for (int tries = 0; tries < TRIES; tries++) {
            Stage.sleep(BETWEEN_TRIES);
            if (stage.clients().call(() -> seen.size() == watchers.size())) {
                Stage.sleep(BETWEEN_TRIES.multipliedBy(4));
                return;
            }
            stage.clients().run(() -> {
                star.send(presence, changes++);
                star.flush();
            });
        }
        throw new IllegalStateException("only " + seen.size() + " of " + watchers.size() + " subscriptions came about");
    }

    private void begin() {
        going = true;
        seen.values().forEach(sequence -> sequence.startAt(changes));
        watchers.forEach(watcher -> watcher.receiver(this::noticed));
        for (int i = 0; i < IN_FLIGHT; i++) {
            change();
        }
        star.flush();
    }

    private void change() {
        progress.put(changes, 0);
        star.send(presence, changes++);
    }

    private void noticed(Client at, byte[] bytes, int from, int to) {
        long mark = bytes[from + 1] == 'p' ? Mark.find(bytes, from, to) : Mark.NONE;
        if (mark == Mark.NONE) {
            return;
        }
        int number = Mark.number(mark);
        seen.get(at).arrived(number);
        deliveries++;
        if (progress.merge(number, 1, Integer::sum) >= watchers.size()) {
            progress.remove(number);
            if (going) {
                change();
                star.flush();
            }
        }
    }
}
