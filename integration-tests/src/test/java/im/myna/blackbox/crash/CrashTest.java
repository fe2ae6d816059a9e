package im.myna.blackbox.crash;

import im.myna.blackbox.server.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 in the middle of a hundred roster changes and offline messages loses nothing that was answered. */
class CrashTest {
    private static final int ROUNDS = 20;
    // Side by side, because a start leaves a core idle half of the time.
    private static final int LANES = 2;
    private static final Map<String, String> SETTINGS = Map.of(
            "MYNA_REGISTRATION", "open",
            "MYNA_LIMITS_REGISTRATIONS_PER_ADDRESS", "0",
            "MYNA_PORT_HTTP", "0",
            "MYNA_PORT_HTTPS", "0");
    private static final int FEWEST_ANSWERS = 5;
    private static final int MOST_ANSWERS = 95;

    @TempDir
    private Path folder;

    @Test
    void twentyKillsLoseNothingThatWasAnswered() throws Exception {
        var seed = System.nanoTime();
        System.out.println("crash test: seed " + seed);
        var pool = Executors.newFixedThreadPool(LANES);
        try {
            List<Callable<Void>> lanes = IntStream.range(0, LANES)
                    .mapToObj(lane -> (Callable<Void>) () -> lane(lane, new Random(seed + lane)))
                    .toList();
            for (Future<Void> lane : pool.invokeAll(lanes)) {
                lane.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Each server is the one that shows what was left by the one before, and then the next to be killed. */
    private Void lane(int lane, Random random) throws Exception {
        var data = folder.resolve("lane-" + lane);
        var writers = List.of(
                new Writer("juliet", new Random(random.nextLong())),
                new Writer("tybalt", new Random(random.nextLong())));
        var server = Server.start(data, SETTINGS);
        try {
            for (var writer : writers) {
                writer.register(server.target());
            }
            for (int round = lane; round < ROUNDS; round += LANES) {
                killWhileTheyWrite(server, writers, FEWEST_ANSWERS + random.nextInt(MOST_ANSWERS - FEWEST_ANSWERS));
                server = Server.start(data, SETTINGS);
                for (var writer : writers) {
                    System.out.println("crash test: kill " + (round + 1) + ": " + writer.verify(server.target()));
                }
            }
            return null;
        } finally {
            server.close();
        }
    }

    private static void killWhileTheyWrite(Server server, List<Writer> writers, int answers) throws Exception {
        var pool = Executors.newFixedThreadPool(writers.size());
        try {
            var others = writers.subList(1, writers.size()).stream()
                    .map(writer -> pool.submit(() -> writer.write(server.target(), answers, () -> {})))
                    .toList();
            writers.get(0).write(server.target(), answers, server::kill);
            for (var other : others) {
                other.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
