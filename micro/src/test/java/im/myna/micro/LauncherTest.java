package im.myna.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class LauncherTest {
    @Test
    void whoKnowsItsNameEndsTheProcessOrBeginsItAnew() throws Exception {
        var ended = new CountDownLatch(1);
        var again = new CountDownLatch(1);
        var name = new ObjectName(Launcher.NAME);
        var server = ManagementFactory.getPlatformMBeanServer();
        new Launcher(ended::countDown, again::countDown).offer();
        try {
            server.invoke(name, "stop", new Object[0], new String[0]);
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(server.getAttribute(name, "Restartable")).isEqualTo(FreshStart.isPossible());
            server.invoke(name, "restart", new Object[0], new String[0]);
            assertThat(again.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.unregisterMBean(name);
        }
    }
}
