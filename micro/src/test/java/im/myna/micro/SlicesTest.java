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
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var thread = new Thread(
                () -> {
                    // A thread gives its name to the kernel itself.
                    begun.countDown();
                    waitFor(end);
                },
                "slices-test-1");
        thread.start();
        waitFor(begun);
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
