package im.myna.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraceTest {
    private final List<Span> told = new ArrayList<>();
    private final Trace trace = new Trace("message", Map.of("myna.door", "tcp"), System.nanoTime(), told::addAll);

    @Test
    void allPartsBelongToTheWholeWhichIsToldLast() {
        trace.within("route", () -> {
            Trace.current().orElseThrow().part("store account", System.nanoTime());
            return "";
        });
        assertThat(told).isEmpty();
        trace.end();
        assertThat(told).extracting(Span::name).containsExactly("read", "store account", "route", "message");
        var whole = told.get(3);
        assertThat(whole.parent()).isEmpty();
        assertThat(whole.attributes()).isEqualTo(Map.of("myna.door", "tcp"));
        assertThat(told.subList(0, 3))
                .allSatisfy(part -> assertThat(part.parent()).isEqualTo(whole.id()));
        assertThat(told).extracting(Span::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{16}"));
        assertThat(told).extracting(Span::trace).containsOnly(whole.trace());
        assertThat(whole.trace()).matches("[0-9a-f]{32}");
    }

    @Test
    void betweenTwoPartsItWaits() {
        trace.within("route", () -> "");
        trace.within("route", () -> "");
        trace.end();
        assertThat(told).extracting(Span::name).containsExactly("read", "route", "wait", "route", "message");
    }

    @Test
    void timesAreThoseOfTheClockOnTheWall() {
        trace.within("route", () -> "");
        trace.end();
        long now = TimeUnit.SECONDS.toNanos(Instant.now().getEpochSecond());
        assertThat(told).allSatisfy(span -> {
            assertThat(span.begun()).isCloseTo(now, offset(minute()));
            assertThat(span.ended()).isGreaterThanOrEqualTo(span.begun());
        });
        var whole = told.get(2);
        assertThat(told.subList(0, 2)).allSatisfy(part -> {
            assertThat(part.begun()).isGreaterThanOrEqualTo(whole.begun());
            assertThat(part.ended()).isLessThanOrEqualTo(whole.ended());
        });
    }

    private static long minute() {
        return Duration.ofMinutes(1).toNanos();
    }

    @Test
    void aThreadWorksForItOnlySoLong() {
        assertThatThrownBy(() -> trace.within("route", () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(Trace.current()).isEmpty();
        trace.end();
        assertThat(told).extracting(Span::name).containsExactly("read", "route", "message");
    }

    @Test
    void ofVeryManyPartsTheFirstAreRemembered() {
        IntStream.range(0, 10_000).forEach(i -> trace.part("write", System.nanoTime()));
        trace.end();
        assertThat(told).hasSize(Trace.MOST + 1);
    }
}
