package im.myna.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {
    private final Networks networks =
            new Networks(List.of("192.0.2.1", "10.0.0.0/8", "172.16.0.0/12", "2001:db8::/33"));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, true",
        "192.0.2.2, false",
        "10.255.0.1, true",
        "11.0.0.1, false",
        "172.31.255.255, true",
        "172.32.0.0, false",
        "2001:db8:7fff::1, true",
        "2001:db8:8000::1, false"
    })
    void anAddressIsInsideOrNot(String address, boolean inside) {
        assertThat(networks.contains(Networks.literal(address))).isEqualTo(inside);
    }

    @Test
    void everybodyComesFromBothKindsOfAddresses() {
        assertThat(new Networks(List.of("0.0.0.0/0", "::/0")).isEverybody()).isTrue();
        assertThat(new Networks(List.of("0.0.0.0/0", "10.0.0.0/8")).isEverybody())
                .isFalse();
        assertThat(new Networks(List.of()).isEverybody()).isFalse();
    }

    @Test
    void namesAreNotLookedUp() {
        assertThatThrownBy(() -> Networks.literal("localhost")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Networks.literal("unknown")).isInstanceOf(IllegalArgumentException.class);
    }
}
