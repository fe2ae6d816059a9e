package im.myna.blackbox.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The lines that a process printed, the last of them at least, read on a thread of their own until the process ends. */
final class Output {
    private static final int KEPT = 5_000;

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;
    private boolean ended;

    Output(String name, InputStream from) {
        reader = new Thread(() -> read(from), "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /** All of it, once the process has ended. */
    List<String> whole() throws InterruptedException {
        reader.join();
        return soFar();
    }

    synchronized List<String> soFar() {
        return new ArrayList<>(lines);
    }

    /** Waits for such a line. False when the output ended, or the time, without one. */
    synchronized boolean has(Predicate<String> line, Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (lines.stream().noneMatch(line)) {
            var left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (ended || left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void read(InputStream from) {
        try (var text = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (var line = text.readLine(); line != null; line = text.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("the output broke off: " + e);
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        if (lines.size() == KEPT) {
            lines.removeFirst();
        }
        lines.addLast(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
