package im.myna.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.link.Security;
import im.myna.sasl.ScramClient;
import im.myna.specification.Shows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Shows("XEP-0440")
class ChannelBindingTest {
    private static final byte[] EXPORTED = {1, 2, 3};
    private static final byte[] CERTIFICATE = {4, 5, 6};
    private static final Security BOUND = new Security(
            "TLSv1.3", "x", Map.of("tls-server-end-point", CERTIFICATE, "tls-exporter", EXPORTED), List.of());

    private final House house = new House(Map.of());
    private final Visitor visitor = house.visitor().encrypted(BOUND);

    @BeforeEach
    void open() {
        house.account("juliet");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static ScramClient juliet(String mechanism) {
        return new ScramClient(mechanism, "juliet", House.PASSWORD);
    }

    @Test
    void theTypesAreAnnouncedBesideTheMechanisms() {
        // XEP-0440, 2
        var features = visitor.opens();
        assertThat(Visitor.mechanisms(features))
                .containsExactly(
                        "SCRAM-SHA-512-PLUS",
                        "SCRAM-SHA-256-PLUS",
                        "SCRAM-SHA-1-PLUS",
                        "SCRAM-SHA-512",
                        "SCRAM-SHA-256",
                        "SCRAM-SHA-1",
                        "PLAIN");
        assertThat(features.child("urn:xmpp:sasl-cb:0", "sasl-channel-binding")
                        .orElseThrow()
                        .children())
                .extracting(child -> child.attribute("type").orElseThrow())
                .containsExactly("tls-exporter", "tls-server-end-point");
    }

    @ParameterizedTest
    @CsvSource({
        "SCRAM-SHA-512-PLUS,tls-exporter",
        "SCRAM-SHA-256-PLUS,tls-server-end-point",
        "SCRAM-SHA-1-PLUS,tls-exporter"
    })
    void theLogInIsBoundToTheChannel(String mechanism, String type) {
        visitor.opens();
        var data = BOUND.binding(type).orElseThrow();
        assertThat(visitor.authenticates(mechanism, juliet(mechanism).binding(type, data)))
                .isTrue();
    }

    @Test
    void onAnotherChannelItFails() {
        visitor.opens();
        var victim = juliet("SCRAM-SHA-256").binding("tls-exporter", new byte[] {9, 9, 9});
        assertThat(visitor.authenticates("SCRAM-SHA-256-PLUS", victim)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'y,,',SCRAM-SHA-256,not-authorized",
        "'p=tls-unique,,',SCRAM-SHA-256-PLUS,not-authorized",
        "'n,,',SCRAM-SHA-256-PLUS,malformed-request",
        "'p=tls-exporter,,',SCRAM-SHA-256,malformed-request"
    })
    void whoeverHidTheOfferIsFoundOut(String header, String mechanism, String condition) {
        visitor.opens();
        visitor.auth(mechanism, juliet(mechanism).header(header).first());
        visitor.hearsFailure(condition);
    }

    @Test
    void whoCannotBindMayGoOnWithout() {
        visitor.opens();
        assertThat(visitor.authenticates("SCRAM-SHA-256", juliet("SCRAM-SHA-256")))
                .isTrue();
    }
}
