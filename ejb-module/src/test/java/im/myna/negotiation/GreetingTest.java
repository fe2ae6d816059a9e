package im.myna.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.xml.Element;
import im.myna.xml.Name;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6120, 4.7. */
class GreetingTest {
    private final House house = new House(Map.of("myna.domain", "im.example.com,m\u00FCnchen.example"));
    private final Visitor visitor = house.visitor().encrypted();

    @AfterEach
    void close() {
        house.close();
    }

    private Element opens(String attributes) {
        visitor.sends("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' "
                + attributes + ">");
        return visitor.hears();
    }

    @Test
    void theServerAnswersWithItsNameAndAnIdentityThatNobodyCanGuess() {
        var header = opens("to='im.example.com' version='1.0' xml:lang='it'");
        assertThat(header.attribute("from")).contains("im.example.com");
        assertThat(header.attribute("to")).isEmpty();
        assertThat(header.attribute("version")).contains("1.0");
        assertThat(header.attribute(Name.LANG)).contains("en");
        var other = house.visitor().encrypted();
        other.opens();
        assertThat(header.attribute("id").orElseThrow()).hasSizeGreaterThanOrEqualTo(22);
    }

    @Test
    void everyStreamHasAnotherIdentity() {
        // 4.7.3
        house.account("juliet");
        var first = opens("to='im.example.com' version='1.0'").attribute("id");
        visitor.hears();
        assertThat(visitor.authenticates("juliet", House.PASSWORD)).isTrue();
        assertThat(opens("to='im.example.com' version='1.0'").attribute("id")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "IM.Example.COM,im.example.com",
        "im.example.com.,im.example.com",
        "xn--mnchen-3ya.example,m\u00FCnchen.example"
    })
    void aDomainIsKnownInWhateverWayItIsWritten(String to, String from) {
        assertThat(opens("to='" + to + "' version='1.0'").attribute("from")).contains(from);
        assertThat(visitor.hears().name().local()).isEqualTo("features");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to='example.net'",
                "",
                "to=''",
                "to='juliet@im.example.com'",
                "to='im.example.com/x'",
                "to='a b'"
            })
    void anotherHostIsUnknownAndTheMainOneSaysSo(String to) {
        // 4.9.1.2, 4.9.3.6
        assertThat(opens(to + " version='1.0'").attribute("from")).contains("im.example.com");
        visitor.isCutOff("host-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version='0.9'", "version='1'", "version='x'", "version='-1.0'", "version='1.0.0'"})
    void olderStreamsThanOneAreNotSpoken(String version) {
        // 4.7.5, 4.9.3.25
        opens("to='im.example.com' " + version);
        visitor.isCutOff("unsupported-version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.1", "01.0", "2.0", "10.3"})
    void newerOnesAreAnsweredWithOurs(String version) {
        assertThat(opens("to='im.example.com' version='" + version + "'").attribute("version"))
                .contains("1.0");
        assertThat(visitor.hears().name().local()).isEqualTo("features");
    }

    @Test
    void whoSaysWhoItIsIsMentioned() {
        // 4.7.2
        assertThat(opens("from='Juliet@im.example.com/x' to='im.example.com' version='1.0'")
                        .attribute("to"))
                .contains("juliet@im.example.com");
    }

    @Test
    void whatIsNoAddressIsNoSender() {
        // 4.9.3.9
        opens("from='@@' to='im.example.com' version='1.0'");
        visitor.isCutOff("invalid-from");
    }

    @Test
    void afterTheLogInTheSenderIsWhoLoggedIn() {
        house.account("juliet");
        visitor.opens();
        assertThat(visitor.authenticates("juliet", House.PASSWORD)).isTrue();
        opens("from='romeo@im.example.com' to='im.example.com' version='1.0'");
        visitor.isCutOff("invalid-from");
    }

    @Test
    void afterTheLogInTheDomainIsTheSame() {
        house.account("juliet");
        visitor.opens();
        assertThat(visitor.authenticates("juliet", House.PASSWORD)).isTrue();
        opens("to='m\u00FCnchen.example' version='1.0'");
        visitor.isCutOff("host-unknown");
    }

    @Test
    void serversDoNotComeInByThisDoor() {
        // 4.9.3.10
        visitor.sends("<stream:stream xmlns='jabber:server' xmlns:stream='http://etherx.jabber.org/streams'"
                + " to='im.example.com' version='1.0'>");
        visitor.hears();
        visitor.isCutOff("invalid-namespace");
    }

    @Test
    void whoLeavesIsSaidGoodByeTo() {
        // 4.4
        visitor.opens();
        visitor.sends("</stream:stream>");
        visitor.hears("<end xmlns='http://etherx.jabber.org/streams'/>");
        visitor.hearsNothing();
        assertThat(visitor.isClosed()).isTrue();
        assertThat(visitor.outcome()).isEqualTo(Outcome.OVER);
    }

    @Test
    void clientsCanBeSentElsewhereButOnlyWithinTls() {
        // 4.9.3.19
        try (var moved = new House(Map.of("myna.see-other-host", "[2001:db8::1]:5222"))) {
            assertThat(moved.visitor().opens().name().local()).isEqualTo("features");
            var guest = moved.visitor().encrypted();
            guest.sends("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'"
                    + " to='im.example.com' version='1.0'>");
            guest.hears();
            var error = guest.hears();
            assertThat(error.children().get(0).name().local()).isEqualTo("see-other-host");
            assertThat(error.children().get(0).text()).isEqualTo("[2001:db8::1]:5222");
            assertThat(guest.isClosed()).isTrue();
        }
    }
}
