package im.myna.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.link.Door;
import im.myna.specification.Shows;
import im.myna.xml.Element;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 6120, 5. */
@Shows("RFC 7590")
class StartTlsTest {
    private static final String TLS = "urn:ietf:params:xml:ns:xmpp-tls";

    private static boolean offersTls(Element features) {
        return features.child(TLS, "starttls").isPresent();
    }

    @Test
    void onAPlainStreamNothingButTlsIsOffered() {
        // 5.3.1
        try (var house = new House(Map.of())) {
            var features = house.visitor().opens();
            var offer = features.child(TLS, "starttls").orElseThrow();
            assertThat(offer.child("required")).isPresent();
            assertThat(features.children())
                    .extracting(child -> child.name().local())
                    .containsExactly("starttls", "limits");
        }
    }

    @Test
    void afterTlsTheStreamBeginsAnewAndOffersTheLogIn() {
        // 5.4.2.3, 5.4.3.3
        try (var house = new House(Map.of())) {
            var visitor = house.visitor();
            visitor.opens();
            visitor.sends("<starttls xmlns='" + TLS + "'/>");
            visitor.hears("<proceed xmlns='" + TLS + "'/>");
            var features = visitor.opens();
            assertThat(offersTls(features)).isFalse();
            assertThat(Visitor.mechanisms(features)).contains("PLAIN", "SCRAM-SHA-256");
            assertThat(visitor.isEstablished()).isFalse();
        }
    }

    @Test
    void theLogInHasToWaitForTls() {
        // 6.5.4
        try (var house = new House(Map.of())) {
            var visitor = house.visitor();
            visitor.opens();
            visitor.auth("SCRAM-SHA-256", "biwsbj11c2VyLHI9YWJj");
            visitor.hearsFailure("encryption-required");
            assertThat(visitor.isClosed()).isFalse();
        }
    }

    @Test
    void whereItIsNotRequiredPeopleMayLogInWithoutButNotWithTheirPasswordInTheClear() {
        try (var house = new House(Map.of("myna.tls.required", "false"))) {
            house.account("juliet");
            var visitor = house.visitor();
            var features = visitor.opens();
            assertThat(features.child(TLS, "starttls").orElseThrow().children()).isEmpty();
            assertThat(Visitor.mechanisms(features)).containsExactly("SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1");
            visitor.auth("PLAIN", "AGp1bGlldABSMG0zMCtKdWwxM3Q=");
            visitor.hearsFailure("encryption-required");
            assertThat(visitor.authenticates("juliet", House.PASSWORD)).isTrue();
            assertThat(offersTls(visitor.opens())).isTrue();
        }
    }

    @Test
    void tlsWithinTlsFails() {
        // 5.4.2.2
        try (var house = new House(Map.of())) {
            var visitor = house.visitor().encrypted();
            assertThat(offersTls(visitor.opens())).isFalse();
            visitor.sends("<starttls xmlns='" + TLS + "'/>");
            visitor.hears("<failure xmlns='" + TLS + "'/>");
            visitor.hears("<end xmlns='http://etherx.jabber.org/streams'/>");
            assertThat(visitor.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBSOCKET", "BOSH"})
    void browsersCannotAskForIt(Door door) {
        // RFC 7395, 3.9, XEP-0206, 4
        try (var house = new House(Map.of())) {
            assertThat(offersTls(house.visitor().through(door).opens())).isFalse();
        }
    }
}
