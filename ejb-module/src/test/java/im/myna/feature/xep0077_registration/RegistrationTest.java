package im.myna.feature.xep0077_registration;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.conversation.Actor;
import im.myna.conversation.Cast;
import im.myna.conversation.Play;
import im.myna.conversation.With;
import im.myna.specification.Shows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Play
@Shows("XEP-0077")
class RegistrationTest {
    private static final String NS = "jabber:iq:register";

    /** 3.1, 8. */
    @Test
    @With("myna.registration=open")
    void aStrangerRegistersAndLogsIn(Cast cast) {
        cast.willForget("bill");
        var bill = cast.connects("bill");
        assertThat(bill.opens().child("http://jabber.org/features/iq-register", "register"))
                .isPresent();
        bill.sends("<iq type='get' id='reg1' to='im.example.com'><query xmlns='" + NS + "'/></iq>");
        bill.receives("<iq type='result' id='reg1' from='im.example.com'><query xmlns='" + NS
                + "'><instructions>{any}</instructions><username/><password/></query></iq>");
        registers(bill, "bill", "Calliope");
        bill.receives("<iq type='result' id='reg2' from='im.example.com'/>");
        bill.authenticates("Calliope");
        bill.binds("globe");
        bill.sends("<iq type='get' id='reg3'><query xmlns='" + NS + "'/></iq>");
        bill.receives("<iq type='result' id='reg3' to='bill@im.example.com/globe'><query xmlns='" + NS
                + "'><registered/><username>bill</username><password/></query></iq>");
    }

    /** 3.1: conflict; not-acceptable. */
    @ParameterizedTest
    @CsvSource({
        "bill,Calliope,cancel,conflict",
        "ben,'',modify,not-acceptable",
        "'',x,modify,not-acceptable",
        "a b,x,modify,not-acceptable"
    })
    @With("myna.registration=open")
    void whatCannotBeRegisteredIsTold(String username, String password, String type, String condition, Cast cast) {
        cast.account("bill");
        var guest = cast.connects(username);
        guest.opens();
        registers(guest, username, password);
        var error = guest.next().child("error").orElseThrow();
        assertThat(error.attribute("type")).contains(type);
        assertThat(error.children().get(0).name().local()).isEqualTo(condition);
    }

    @Test
    @With({"myna.registration=open", "myna.limits.registrations-per-address=2"})
    void anAddressMakesOnlySoManyAccounts(Cast cast) {
        for (var name : new String[] {"one", "two", "three"}) {
            cast.willForget(name);
            var guest = cast.connects(name);
            guest.opens();
            registers(guest, name, "secret");
            var type = guest.next().attribute("type");
            assertThat(type).contains(name.equals("three") ? "error" : "result");
        }
    }

    @Test
    void registrationIsClosedUnlessItIsOpened(Cast cast) {
        var guest = cast.connects("bill");
        assertThat(guest.opens().child("http://jabber.org/features/iq-register", "register"))
                .isEmpty();
        registers(guest, "bill", "Calliope");
        guest.receives("<iq type='error' id='reg2' from='im.example.com'><error type='cancel'>"
                + "<service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
    }

    /** 3.3. */
    @Test
    void thePasswordIsChanged(Cast cast) {
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='set' id='p1' to='im.example.com'><query xmlns='" + NS
                + "'><username>romeo</username><password>n3w</password></query></iq>");
        romeo.receives("<iq type='result' id='p1' from='im.example.com' to='romeo@im.example.com/home'/>");
        var again = cast.connects("romeo");
        again.opens();
        again.authenticates("n3w");
    }

    @Test
    void nobodyChangesAnothersPassword(Cast cast) {
        cast.account("juliet");
        var romeo = cast.login("romeo", "home");
        romeo.sends("<iq type='set' id='p1'><query xmlns='" + NS
                + "'><username>juliet</username><password>n3w</password></query></iq>");
        romeo.receives("<iq type='error' id='p1' to='romeo@im.example.com/home'><error type='cancel'>"
                + "<not-allowed xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                + "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas' xml:lang='en'>{any}</text></error></iq>");
    }

    /** 3.2. */
    @Test
    void theAccountIsRemovedWithItsSessionsAndSubscriptions(Cast cast) {
        var juliet = cast.available("juliet", "balcony");
        var romeo = cast.available("romeo", "home");
        cast.befriend(juliet, romeo);
        var other = cast.login("romeo", "garden");
        romeo.sends("<iq type='set' id='r1'><query xmlns='" + NS + "'><remove/></query></iq>");
        romeo.receivesInAnyOrder(
                "<iq type='result' id='r1' to='romeo@im.example.com/home'/>",
                "<presence type='unavailable' from='juliet@im.example.com/balcony' to='{any}'/>");
        romeo.isCutOff("not-authorized");
        other.isCutOff("not-authorized");
        juliet.receives("<presence type='unavailable' from='romeo@im.example.com/home' to='{any}'/>");
        juliet.sends("<iq type='get' id='r2'><query xmlns='jabber:iq:roster'/></iq>");
        juliet.receives("<iq type='result' id='r2' to='{any}'><query xmlns='jabber:iq:roster' ver='{any}'>"
                + "<item jid='romeo@im.example.com' subscription='none'/></query></iq>");
        var again = cast.connects("romeo");
        again.opens();
        again.isRefused(Cast.PASSWORD, "not-authorized");
    }

    private static void registers(Actor actor, String username, String password) {
        actor.sends("<iq type='set' id='reg2' to='im.example.com'><query xmlns='" + NS + "'><username>" + username
                + "</username><password>" + password + "</password></query></iq>");
    }
}
