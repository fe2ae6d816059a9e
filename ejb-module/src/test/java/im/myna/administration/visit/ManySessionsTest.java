package im.myna.administration.visit;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 100,000 sessions: the first pages of the list, by whatever it is sorted, are there within 300 ms. */
class ManySessionsTest {
    private static final int MANY = 100_000;
    private static final int PAGE = 100;
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
            SESSIONS.add(new Session(
                    Jid.of("user" + i * 7919L % MANY + "@im.example.com/phone"), new Far(address, door), "PLAIN"));
        }
    }

    @ParameterizedTest
    @EnumSource(Aspect.class)
    void everyOrderIsQuick(Aspect order) {
        assertThat(Pace.quickly("100000 sessions by " + order, () -> found(Filter.ALL, order)))
                .isEqualTo(PAGE);
    }

    @Test
    void aPartOfANameIsFoundQuickly() {
        var filter = new Filter("9999", "", Map.of(Aspect.DOOR, "tcp"));
        assertThat(Pace.quickly("100000 sessions by text", () -> found(filter, Aspect.JID)))
                .isZero();
    }

    @Test
    void pageAfterPageIsTheWholeListInOrder() {
        var some = new ArrayList<Visit>();
        SESSIONS.forEach(session -> {
            if (some.size() < 1000) {
                some.add(new Visit(session));
            }
        });
        var found = new Found(some, Aspect.DOOR, true);
        var pages = IntStream.range(0, 12)
                .mapToObj(page -> found.page(page * (long) PAGE, PAGE))
                .flatMap(List::stream)
                .toList();
        assertThat(pages)
                .isEqualTo(some.stream()
                        .sorted(Comparator.comparing(Visit::door).reversed().thenComparing(Visit::jid))
                        .toList());
        assertThat(found.count()).isEqualTo(1000);
        assertThat(found.page(Long.MAX_VALUE, PAGE)).isEmpty();
    }

    private static int found(Filter filter, Aspect order) {
        var found = new ArrayList<Visit>();
        SESSIONS.forEach(session -> {
            var visit = new Visit(session);
            if (filter.takes(visit)) {
                found.add(visit);
            }
        });
        return new Found(found, order, true).page(PAGE, PAGE).size();
    }
}
