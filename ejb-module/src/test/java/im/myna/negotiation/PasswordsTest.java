package im.myna.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 6120, 6.4.5 and 13.12, where there is no stream. */
class PasswordsTest {
    private static final InetSocketAddress MALLORY = new InetSocketAddress("198.51.100.7", 1234);
    private static final InetSocketAddress ROMEO = new InetSocketAddress("203.0.113.1", 1234);
    private static final String JULIET = "juliet@im.example.com";

    private final House house = new House(Map.of());
    private final Passwords passwords = house.passwords();

    @BeforeEach
    void furnish() {
        house.account("juliet");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Passwords.Answer guess(InetSocketAddress from) {
        return passwords.check(JULIET, "guess", from);
    }

    @Test
    void theRightPasswordIsTheAccounts() {
        assertThat(passwords.check(JULIET, House.PASSWORD, ROMEO))
                .isInstanceOfSatisfying(
                        Passwords.Right.class,
                        right -> assertThat(right.account().jid()).hasToString(JULIET));
        assertThat(passwords.check("juliet", House.PASSWORD, ROMEO)).isInstanceOf(Passwords.Right.class);
        assertThat(passwords.check("JULIET@im.example.com", House.PASSWORD, ROMEO))
                .isInstanceOf(Passwords.Right.class);
    }

    @Test
    void whatIsWrongIsWrongForWhateverReason() {
        for (var name : new String[] {JULIET, "romeo", "juliet@elsewhere.example", "a b", "", "@", "juliet@"}) {
            assertThat(passwords.check(name, "wrong", ROMEO)).as(name).isInstanceOf(Passwords.Wrong.class);
            house.clock().pass(Duration.ofHours(3));
        }
    }

    @Test
    void whoGuessesIsSentAwayForAWhile() {
        for (int i = 0; i < 6; i++) {
            assertThat(guess(MALLORY)).isInstanceOf(Passwords.Wrong.class);
        }
        assertThat(guess(MALLORY)).isEqualTo(new Passwords.TooSoon(Duration.ofMillis(250)));
        assertThat(passwords.check(JULIET, House.PASSWORD, MALLORY)).isInstanceOf(Passwords.TooSoon.class);
        assertThat(passwords.check(JULIET, House.PASSWORD, ROMEO)).isInstanceOf(Passwords.Right.class);
        house.clock().pass(Duration.ofMillis(250));
        assertThat(passwords.check(JULIET, House.PASSWORD, MALLORY)).isInstanceOf(Passwords.Right.class);
    }

    @Test
    void wrongAnswersAboutAnAccountUnderAttackComeLate() {
        for (int i = 0; i < 20; i++) {
            guess(new InetSocketAddress("198.51.100." + i, 1));
        }
        assertThat(guess(ROMEO)).isEqualTo(new Passwords.Wrong(Duration.ofSeconds(8)));
    }

    @Test
    void anAccountThatIsClosedIsSoForItsOwnerOnly() {
        house.sql("update account set disabled = true");
        assertThat(passwords.check(JULIET, House.PASSWORD, ROMEO)).isEqualTo(new Passwords.Closed());
        assertThat(guess(ROMEO)).isInstanceOf(Passwords.Wrong.class);
    }
}
