package im.myna.administration;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.administration.Visits.Filter;
import im.myna.administration.Visits.Order;
import im.myna.jid.Jid;
import im.myna.link.Door;
import im.myna.link.Link;
import im.myna.link.Security;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.store.Pace;
import im.myna.stream.Frame;
import im.myna.stream.StreamLimits;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 100,000 sessions: the list is filtered and sorted, by whatever it is, within 300 ms. */
class ManySessionsTest {
    private static final int MANY = 100_000;
    private static final Filter ALL = new Filter("", "", "", "");
    private static final Sessions SESSIONS = new Sessions();

    /** Somebody who is somewhere. */
    private record Far(InetSocketAddress address, Door door) implements Link {
        @Override
        public String id() {
            return "far";
        }

        @Override
        public Security security() {
            return Security.PLAIN;
        }

        @Override
        public void write(Frame frame) {}

        @Override
        public void startTls(Frame proceed) {}

        @Override
        public void restart() {}

        @Override
        public void established(StreamLimits limits) {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void close() {}
    }

    @BeforeAll
    static void fill() {
        for (int i = 0; i < MANY; i++) {
            var address = new InetSocketAddress("192.0." + i % 100 + "." + i % 250, 1024 + i % 60_000);
            var door = i % 3 == 0 ? Door.WEBSOCKET : Door.TCP;
            SESSIONS.add(
                    new Session(Jid.of("user" + i * 7919L % MANY + "@im.example.com/phone"), new Far(address, door)));
        }
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void everyOrderIsQuick(Order order) {
        assertThat(Pace.quickly("100000 sessions by " + order, () -> found(ALL, order)))
                .isEqualTo(MANY);
    }

    @Test
    void aPartOfANameIsFoundQuickly() {
        var filter = new Filter("9999", "", "", "");
        assertThat(Pace.quickly("100000 sessions by text", () -> found(filter, Order.JID)))
                .isEqualTo(19);
    }

    private static int found(Filter filter, Order order) {
        var found = new ArrayList<Session>();
        SESSIONS.forEach(session -> {
            if (filter.takes(session)) {
                found.add(session);
            }
        });
        return order.sort(found, true).size();
    }
}
