package im.myna.administration;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.sasl.ScramVerifier;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Lock;
import im.myna.store.account.Role;
import im.myna.store.audit.AuditSearch;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionsTest {
    private static final String ADDRESS = "192.0.2.1";
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private final Bureau bureau = new Bureau();
    private final Admissions admissions = bureau.bean(Admissions.class);
    private final Actor nurse = bureau.actor("nurse@im.example.com", Role.AUDITOR);

    @AfterEach
    void close() {
        bureau.close();
    }

    private Account account(Actor actor) {
        return bureau.bean(AccountStore.class).find(actor.jid()).orElseThrow();
    }

    private Admissions.Pass pass() {
        return admissions.admit(account(nurse), ADDRESS).orElseThrow();
    }

    @Test
    void whoGovernsIsLetInAndTheChronicleSaysSo() {
        assertThat(admissions.recognize(pass(), "203.0.113.1"))
                .contains(new Actor(nurse.jid(), Role.AUDITOR, true, "203.0.113.1"));
        assertThat(bureau.bean(Chronicle.class).page(nurse, AuditSearch.ALL, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("pages.enter"))
                .satisfies(entry -> assertThat(entry.address()).isEqualTo(ADDRESS));
    }

    @Test
    void whoGovernsNothingIsNotLetIn() {
        var user = bureau.actor("juliet@im.example.com", Role.USER);
        assertThat(admissions.admit(account(user), ADDRESS)).isEmpty();
    }

    @Test
    void whatHeMayIsWhatHisAccountSaysNow() {
        var pass = pass();
        bureau.bean(AccountStore.class).changeRole(nurse.jid(), Role.ADMIN);
        assertThat(admissions.recognize(pass, ADDRESS)).map(Actor::role).contains(Role.ADMIN);
        bureau.bean(AccountStore.class).changeRole(nurse.jid(), Role.USER);
        assertThat(admissions.recognize(pass, ADDRESS)).isEmpty();
    }

    @Test
    void whoIsLockedIsOutUntilThatIsOver() {
        var pass = pass();
        bureau.bean(AccountStore.class).changeLock(nurse.jid(), new Lock(false, Bureau.NOW.plusSeconds(60)));
        assertThat(admissions.recognize(pass, ADDRESS)).isEmpty();
        bureau.pass(Duration.ofSeconds(60));
        assertThat(admissions.recognize(pass, ADDRESS)).isPresent();
        bureau.bean(AccountStore.class).changeLock(nurse.jid(), new Lock(true, Instant.EPOCH));
        assertThat(admissions.recognize(pass, ADDRESS)).isEmpty();
    }

    @Test
    void whosePasswordIsChangedIsOut() {
        var pass = pass();
        bureau.bean(AccountStore.class).changeVerifiers(nurse.jid(), ScramVerifier.all("another", 4096));
        assertThat(admissions.recognize(pass, ADDRESS)).isEmpty();
    }

    @Test
    void whoIsDeletedIsOut() {
        var pass = pass();
        bureau.bean(AccountStore.class).remove(nurse.jid());
        assertThat(admissions.recognize(pass, ADDRESS)).isEmpty();
    }

    @Test
    void nobodyIsInForMoreThanHalfADay() {
        var pass = pass();
        bureau.pass(HALF_A_DAY.minusSeconds(1));
        assertThat(admissions.recognize(pass, ADDRESS)).isPresent();
        bureau.pass(Duration.ofSeconds(1));
        assertThat(admissions.recognize(pass, ADDRESS)).isEmpty();
    }
}
