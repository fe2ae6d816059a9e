package im.myna.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import im.myna.benchmark.server.Contestant;

/** What a test needs of this machine. */
public final class Installed {
    private Installed() {}

    /** Skips the test where that is not installed, but not on the project's own machines. */
    public static void orSkipped(Contestant contestant) {
        var message = contestant.title() + " not installed";
        if ("true".equals(System.getenv("CI"))) {
            assertThat(contestant.installed()).as(message).isTrue();
        }
        assumeTrue(contestant.installed(), "skipped: " + message);
    }
}
