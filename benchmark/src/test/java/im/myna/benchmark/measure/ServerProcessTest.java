package im.myna.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ServerProcessTest {
    /** A quarter of a second of CPU or more, then it waits for a line. */
    private static final String BUSY = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; echo; read line";

    private Process shell;

    @AfterEach
    void end() {
        if (shell != null) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
    }

    @Test
    void cpuIsThatOfTheProcess() throws IOException {
        start(BUSY);
        assertThat(ServerProcess.of(shell.pid()).cpu()).isBetween(0.02, 30.0);
    }

    @Test
    void cpuIsThatOfChildrenToo() throws IOException {
        start("(" + BUSY + "); true");
        assertThat(shell.descendants()).isNotEmpty();
        assertThat(ServerProcess.of(shell.pid()).cpu()).isBetween(0.02, 30.0);
    }

    @Test
    void cpuIsThatOfChildrenThatAreGone() throws IOException {
        start("(" + BUSY.replace("read line", "true") + "); echo; read line");
        shell.getInputStream().read();
        assertThat(ServerProcess.of(shell.pid()).cpu()).isBetween(0.02, 30.0);
    }

    @Test
    void memoryIsWhatIsResident() throws IOException {
        start("echo; read line");
        assertThat(ServerProcess.of(shell.pid()).resident()).isBetween(100_000L, 20_000_000L);
    }

    @Test
    void aProcessThatIsGoneHoldsNothing() throws Exception {
        start("echo; read line");
        var server = ServerProcess.of(shell.pid());
        shell.destroy();
        shell.waitFor(10, TimeUnit.SECONDS);
        assertThat(server.resident()).isZero();
        assertThat(server.cpu()).isZero();
    }

    @Test
    void aNumberThatNobodyHasIsRefused() {
        assertThatThrownBy(() -> ServerProcess.of(Long.MAX_VALUE)).hasMessageContaining("no process");
    }

    @Test
    void memoryOfAServerThatIsNotJavaIsAllOfIt() throws IOException {
        start("echo; read line");
        var memory = Memory.of(ServerProcess.of(shell.pid()));
        assertThat(memory.live()).isZero();
        assertThat(memory.total()).isEqualTo(memory.other()).isPositive();
    }

    @Test
    void memoryOfAJavaServerIsItsLiveObjectsAndWhatLiesOutsideTheHeap() {
        var server = ServerProcess.of(ProcessHandle.current().pid());
        var before = Memory.of(server);
        var kept = new byte[64 << 20];
        var after = Memory.of(server);
        assertThat(after.live() - before.live()).isBetween(60L << 20, 80L << 20);
        assertThat(after.other()).isBetween(1L << 20, server.resident());
        assertThat(kept).hasSize(64 << 20);
    }

    @Test
    void aLapIsChargedWithWhatWasSpentInIt() throws IOException {
        start("read line; " + BUSY);
        var lap = Meter.of(shell.pid()).start();
        shell.getOutputStream().write('\n');
        shell.getOutputStream().flush();
        shell.getInputStream().read();
        var cost = lap.stop(1000);
        assertThat(cost.microseconds()).isBetween(20.0, 30_000.0);
        assertThat(cost.perSecond()).isEqualTo(1000 / cost.seconds());
    }

    @Test
    void ofAServerThatIsNotKnownOnlyTimeIsMeasured() {
        var meter = Meter.of(0);
        assertThat(meter.memory()).isEmpty();
        assertThat(meter.start().stop(1).microseconds()).isNaN();
        assertThat(meter.start().stop(1).seconds()).isPositive();
    }

    /** Returns when it waits for a line, which it says by one of its own. */
    private void start(String script) throws IOException {
        shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        if (!script.startsWith("read")) {
            shell.getInputStream().read();
        }
    }
}
