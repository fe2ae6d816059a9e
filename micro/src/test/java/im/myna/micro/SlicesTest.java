package im.myna.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SlicesTest {
    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            architectures = {"amd64", "aarch64"})
    void aThreadIsFoundByWhatItsNameBeginsWith() throws Exception {
        var end = new CountDownLatch(1);
        var thread = new Thread(() -> waitFor(end), "slices-test-1");
        thread.start();
        assertThat(Slices.shorten("slices-test-")).isEqualTo(1);
        end.countDown();
        thread.join();
    }

    private static void waitFor(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nothingHappensWhereThereIsNoSuchThread() {
        assertThat(Slices.shorten("nobody-")).isZero();
    }
}
