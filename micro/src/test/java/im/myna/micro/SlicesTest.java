package im.myna.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(
        value = OS.LINUX,
        architectures = {"amd64", "aarch64"})
class SlicesTest {
    private static final class Remembering extends Handler {
        private volatile String last = "";

        @Override
        public void publish(LogRecord told) {
            last = told.getMessage() + " " + (told.getParameters() == null ? "" : told.getParameters()[0]);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static String shorten(String name) {
        var log = Logger.getLogger(Slices.class.getName());
        var remembering = new Remembering();
        log.addHandler(remembering);
        try {
            Slices.shorten(name);
            return remembering.last;
        } finally {
            log.removeHandler(remembering);
        }
    }

    @Test
    void aThreadIsFoundByWhatItsNameBeginsWith() throws Exception {
        var end = new CountDownLatch(1);
        var thread = new Thread(
                () -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "slices-test-1");
        thread.start();
        assertThat(shorten("slices-test-")).isEqualTo("event=short-slices-asked-for threads={0} 1");
        end.countDown();
        thread.join();
    }

    @Test
    void nothingHappensWhereThereIsNoSuchThread() {
        assertThat(shorten("nobody-")).isEqualTo("event=short-slices-asked-for threads={0} 0");
    }
}
