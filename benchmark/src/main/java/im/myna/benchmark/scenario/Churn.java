package im.myna.benchmark.scenario;

import im.myna.benchmark.client.Client;
import im.myna.benchmark.client.Mark;
import im.myna.benchmark.client.Template;
import im.myna.benchmark.measure.Faults;
import im.myna.benchmark.measure.Memory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Pairs who come, say a few words and go, over and over, and whether anything of them stays behind in the server. */
public final class Churn {
    private static final int WORDS = 10;
    private static final double MEBIBYTE = 1 << 20;

    private final Stage stage;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private Faults faults = Faults.NONE;
    private boolean going = true;
    private int underWay;
    private long visits;

    private Churn(Stage stage) {
        this.stage = stage;
    }

    /** Plays it for so long, after as long as any other warms up. */
    public static void play(Stage stage, Duration time) {
        new Churn(stage).played(time);
    }

    private void played(Duration time) {
        stage.clients().run(() -> {
            for (int pair = 0; pair < Math.max(1, stage.load().logins() / 2); pair++) {
                meet(pair);
            }
        });
        Stage.sleep(stage.timing().warmUp());
        var before = stage.meter().memory();
        long already = stage.clients().call(() -> visits);
        Stage.sleep(time);
        stage.clients().run(() -> going = false);
        over.join();
        stage.report().add(faults);
        stage.report().add("Churn: visits of %d words to each other".formatted(WORDS), (double) (visits - already));
        before.ifPresent(then -> stage.meter().memory().ifPresent(now -> grown(then, now)));
    }

    private void grown(Memory then, Memory now) {
        stage.report().add("Churn: live objects before, MiB", then.live() / MEBIBYTE);
        stage.report().add("Churn: live objects afterwards, MiB", now.live() / MEBIBYTE);
        stage.report().add("Churn: other memory before, MiB", then.other() / MEBIBYTE);
        stage.report().add("Churn: other memory afterwards, MiB", now.other() / MEBIBYTE);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What can fail is handed to 'over'.
    private void meet(int pair) {
        underWay++;
        var login = stage.login().availableAfterwards();
        var accounts = stage.accounts();
        accounts.logIn(stage.clients(), accounts.account("churn", 2 * pair), login)
                .thenCombine(
                        accounts.logIn(stage.clients(), accounts.account("churn", 2 * pair + 1), login), this::talk)
                .thenCompose(talk -> talk)
                .whenComplete((done, failure) -> parted(pair, failure));
    }

    private CompletableFuture<Void> talk(Client first, Client second) {
        var directions = new Direction[] {direction(0, first, second), direction(1, second, first)};
        var said = new CompletableFuture<Void>();
        first.receiver((at, bytes, from, to) -> answer(directions, at, Mark.find(bytes, from, to), said));
        second.receiver((at, bytes, from, to) -> answer(directions, at, Mark.find(bytes, from, to), said));
        directions[0].send();
        first.flush();
        var late = stage.clients().loop().schedule(() -> said.complete(null), patience(), TimeUnit.SECONDS);
        return said.thenCompose(done -> {
            late.cancel(false);
            faults = faults.plus(directions[0].faults()).plus(directions[1].faults());
            return CompletableFuture.allOf(first.close(), second.close());
        });
    }

    private long patience() {
        return stage.timing().patience().toSeconds();
    }

    private Direction direction(int number, Client from, Client to) {
        var address = to.account().full(stage.clients().target());
        return new Direction(
                from, to, Template.message(number, address, stage.load().bytes()));
    }

    private static void answer(Direction[] directions, Client at, long mark, CompletableFuture<Void> said) {
        int sender = Mark.sender(mark);
        if (mark == Mark.NONE || sender > 1) {
            return;
        }
        directions[sender].arrived(at, Mark.number(mark));
        if (directions[1].sent() == WORDS) {
            said.complete(null);
        } else {
            directions[1 - sender].send();
        }
    }

    private void parted(int pair, Throwable failure) {
        underWay--;
        visits++;
        if (failure != null) {
            over.completeExceptionally(failure);
        } else if (going && !over.isDone()) {
            meet(pair);
        } else if (underWay == 0) {
            over.complete(null);
        }
    }
}
