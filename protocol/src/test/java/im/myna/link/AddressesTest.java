package im.myna.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void eachAddressMayEnterSoOften() {
        var addresses = new Addresses(() -> 2);
        assertThat(addresses.enter(address("192.0.2.1"))).isTrue();
        assertThat(addresses.enter(address("192.0.2.1"))).isTrue();
        assertThat(addresses.enter(address("192.0.2.1"))).isFalse();
        assertThat(addresses.enter(address("192.0.2.2"))).isTrue();
        addresses.leave(address("192.0.2.1"));
        assertThat(addresses.enter(address("192.0.2.1"))).isTrue();
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        var addresses = new Addresses(() -> 1);
        assertThat(addresses.enter(address("2001:db8::1"))).isTrue();
        assertThat(addresses.enter(address("2001:db8::ffff"))).isFalse();
        assertThat(addresses.enter(address("2001:db8:0:1::1"))).isTrue();
        addresses.leave(address("2001:db8::1"));
        addresses.leave(address("2001:db8:0:1::1"));
        assertThat(addresses.isEmpty()).isTrue();
    }

    @Test
    void zeroIsUnlimitedAndRemembersNobody() {
        var addresses = new Addresses(() -> 0);
        assertThat(addresses.enter(address("192.0.2.1"))).isTrue();
        addresses.leave(address("192.0.2.1"));
        assertThat(addresses.isEmpty()).isTrue();
    }

    @Test
    void theLimitIsTheOneOfTheMoment() throws Exception {
        var limit = new AtomicInteger();
        var addresses = new Addresses(limit::get);
        assertThat(addresses.enter(address("192.0.2.1"))).isTrue();
        assertThat(addresses.enter(address("192.0.2.1"))).isTrue();
        limit.set(2);
        assertThat(addresses.enter(address("192.0.2.1"))).isFalse();
        addresses.leave(address("192.0.2.1"));
        assertThat(addresses.enter(address("192.0.2.1"))).isTrue();
    }

    @Test
    void manyThreadsCountRight() {
        var addresses = new Addresses(() -> 100);
        var entered = IntStream.range(0, 1000)
                .parallel()
                .filter(i -> addresses.enter(address("192.0.2.1")))
                .count();
        assertThat(entered).isEqualTo(100);
        IntStream.range(0, 100).parallel().forEach(i -> addresses.leave(address("192.0.2.1")));
        assertThat(addresses.isEmpty()).isTrue();
    }
}
