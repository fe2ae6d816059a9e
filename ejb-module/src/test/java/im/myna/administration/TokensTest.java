package im.myna.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.administration.RefusedException.Reason;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Lock;
import im.myna.store.account.Role;
import im.myna.store.token.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Bureau bureau = new Bureau();
    private final Tokens tokens = bureau.bean(Tokens.class);
    private final Actor nurse = bureau.actor("nurse@im.example.com", Role.ADMIN);

    @AfterEach
    void close() {
        bureau.close();
    }

    private Tokens.Issued issued(Scope... scopes) {
        return tokens.issue(nurse, "a script", Set.of(scopes), Bureau.NOW.plus(HOUR));
    }

    private Reason refused(Actor actor, String name, Set<Scope> scopes, Instant expires) {
        return catchThrowableOfType(RefusedException.class, () -> tokens.issue(actor, name, scopes, expires))
                .reason();
    }

    @Test
    void whoBringsTheSecretIsTheOwnerFromWhereHeIs() {
        var bearer = tokens.bearer(issued(Scope.READ, Scope.WRITE).secret(), "203.0.113.1");
        assertThat(bearer).contains(new Actor(nurse.jid(), Role.ADMIN, true, "203.0.113.1"));
        assertThat(tokens.bearer(issued(Scope.READ).secret(), "").orElseThrow().mayWrite())
                .isFalse();
    }

    @Test
    void theSecretIsInNothingThatIsPrinted() {
        var issued = issued(Scope.READ);
        assertThat(issued.toString()).doesNotContain(issued.secret());
        assertThat(issued.secret()).startsWith(Tokens.PREFIX).hasSize(Tokens.PREFIX.length() + 43);
    }

    @Test
    void aSecretThatIsNobodysOpensNothing() {
        var secret = issued(Scope.READ).secret();
        for (var wrong :
                new String[] {"", Tokens.PREFIX, secret + "x", secret.substring(1), secret.toUpperCase(Locale.ROOT)}) {
            assertThat(tokens.bearer(wrong, "")).isEmpty();
        }
    }

    @Test
    void aTokenExpires() {
        var secret = issued(Scope.READ).secret();
        bureau.pass(HOUR.minusSeconds(1));
        assertThat(tokens.bearer(secret, "")).isPresent();
        bureau.pass(Duration.ofSeconds(1));
        assertThat(tokens.bearer(secret, "")).isEmpty();
    }

    @Test
    void aTokenOpensNothingWhileItsOwnerIsLockedOut() {
        var secret = issued(Scope.READ).secret();
        bureau.bean(AccountStore.class).changeLock(nurse.jid(), new Lock(false, Bureau.NOW.plusSeconds(60)));
        assertThat(tokens.bearer(secret, "")).isEmpty();
        bureau.pass(Duration.ofMinutes(1));
        assertThat(tokens.bearer(secret, "")).isPresent();
    }

    @Test
    void theRoleIsThatOfNow() {
        var secret = issued(Scope.READ).secret();
        bureau.bean(AccountStore.class).changeRole(nurse.jid(), Role.USER);
        assertThat(tokens.bearer(secret, "").orElseThrow().role()).isEqualTo(Role.USER);
    }

    @Test
    void thatItIsUsedIsWrittenDownOnceAMinute() {
        var secret = issued(Scope.READ).secret();
        bureau.pass(Duration.ofSeconds(10));
        tokens.bearer(secret, "");
        bureau.pass(Duration.ofSeconds(50));
        tokens.bearer(secret, "");
        assertThat(tokens.list(nurse).get(0).used()).isEqualTo(Bureau.NOW.plusSeconds(10));
        bureau.pass(Duration.ofSeconds(11));
        tokens.bearer(secret, "");
        assertThat(tokens.list(nurse).get(0).used()).isEqualTo(Bureau.NOW.plusSeconds(71));
    }

    @Test
    void aWishThatMakesNoSenseIsRefused() {
        var hour = Bureau.NOW.plus(HOUR);
        var read = Set.of(Scope.READ);
        assertThat(refused(nurse, " ", read, hour)).isEqualTo(Reason.INVALID);
        assertThat(refused(nurse, "x".repeat(101), read, hour)).isEqualTo(Reason.INVALID);
        assertThat(refused(nurse, "a\0b", read, hour)).isEqualTo(Reason.INVALID);
        assertThat(refused(nurse, "x", Set.of(), hour)).isEqualTo(Reason.INVALID);
        assertThat(refused(nurse, "x", read, Bureau.NOW)).isEqualTo(Reason.INVALID);
        assertThat(refused(nurse, "x", read, Bureau.NOW.plus(Duration.ofDays(367))))
                .isEqualTo(Reason.INVALID);
        assertThat(refused(new Actor(nurse.jid(), Role.ADMIN, false, ""), "x", read, hour))
                .isEqualTo(Reason.FORBIDDEN);
    }
}
