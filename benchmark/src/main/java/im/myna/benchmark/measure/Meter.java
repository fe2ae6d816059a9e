package im.myna.benchmark.measure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a server spends, when its process is known; otherwise only time. */
public final class Meter {
    private final List<ServerProcess> server;

    private Meter(List<ServerProcess> server) {
        this.server = server;
    }

    /** Of the process with that number; 0 for a server of which nothing is known. */
    public static Meter of(long pid) {
        return new Meter(pid == 0 ? List.of() : List.of(ServerProcess.of(pid)));
    }

    /** From now on. */
    public Lap start() {
        return new Lap(System.nanoTime(), spent(), own());
    }

    /** As it is now; empty when the process is not known. */
    public Optional<Memory> memory() {
        return server.stream().map(Memory::of).findFirst();
    }

    private double spent() {
        return server.stream().mapToDouble(ServerProcess::cpu).sum();
    }

    /** Our own CPU seconds, without those of servers that we started. */
    private static double own() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }

    /** A time that began. */
    public final class Lap {
        private final long began;
        private final double serverBefore;
        private final double ownBefore;

        private Lap(long began, double serverBefore, double ownBefore) {
            this.began = began;
            this.serverBefore = serverBefore;
            this.ownBefore = ownBefore;
        }

        /** What was spent until now on so many things. */
        public Cost stop(long count) {
            double seconds = (System.nanoTime() - began) / 1e9;
            double cpu = server.isEmpty() ? Double.NaN : spent() - serverBefore;
            return new Cost(count, seconds, cpu, own() - ownBefore);
        }
    }

    /**
     * What so many of something cost.
     *
     * @param serverCpu seconds; not a number when it is not known
     * @param ownCpu seconds that the load generator itself spent
     */
    public record Cost(long count, double seconds, double serverCpu, double ownCpu) {
        public double perSecond() {
            return count / seconds;
        }

        /** Server CPU for one, in microseconds. */
        public double microseconds() {
            return serverCpu / count * 1e6;
        }

        /** The load generator's own CPU for one, in microseconds. */
        public double ownMicroseconds() {
            return ownCpu / count * 1e6;
        }
    }
}
