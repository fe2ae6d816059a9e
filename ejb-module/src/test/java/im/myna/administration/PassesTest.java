package im.myna.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.jid.Jid;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PassesTest {
    private final Bureau bureau = new Bureau();
    private final Passes passes = bureau.bean(Passes.class);

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void theOwnerOfTheMachineIsAnAdministratorWithoutAccount() {
        var actor = passes.bearer(passes.issue(), "127.0.0.1");
        assertThat(actor).contains(new Actor(Jid.of("localhost"), Role.ADMIN, true, "127.0.0.1"));
    }

    @Test
    void theOwnerCanDoWhatAnAccountMayDoAndNoMore() {
        var nurse = bureau.actor("nurse@localhost", Role.AUDITOR);
        var pass = passes.as(nurse.jid());
        assertThat(passes.bearer(pass, "::1")).contains(new Actor(nurse.jid(), Role.AUDITOR, true, "::1"));
        bureau.bean(AccountStore.class).changeRole(nurse.jid(), Role.USER);
        assertThat(passes.bearer(pass, "").orElseThrow().role()).isEqualTo(Role.USER);
        bureau.bean(AccountStore.class).remove(nurse.jid());
        assertThat(passes.bearer(pass, "")).isEmpty();
    }

    @Test
    void nobodyIsDoneAsWhoDoesNotExist() {
        assertThatThrownBy(() -> passes.as(Jid.of("nobody@localhost")))
                .hasMessage("there is no account nobody@localhost");
        assertThatThrownBy(() -> passes.as(Jid.of("localhost"))).hasMessage("there is no account localhost");
    }

    @Test
    void aPassIsSoonForgotten() {
        var pass = passes.issue();
        bureau.pass(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(passes.bearer(pass, "")).isPresent();
        bureau.pass(Duration.ofSeconds(1));
        assertThat(passes.bearer(pass, "")).isEmpty();
    }

    @Test
    void onlyTheLatestHundredAreKnown() {
        var first = passes.issue();
        var second = passes.issue();
        for (int i = 0; i < 99; i++) {
            passes.issue();
        }
        assertThat(passes.bearer(first, "")).isEmpty();
        assertThat(passes.bearer(second, "")).isPresent();
        assertThat(passes.bearer("pass_", "")).isEmpty();
    }
}
