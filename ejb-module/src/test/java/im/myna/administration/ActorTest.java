package im.myna.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.administration.Actor.Power;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.store.account.Account;
import im.myna.store.account.Role;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActorTest {
    private static final Jid SELF = Jid.of("nurse@im.example.com");
    private static final String OWN = "im.example.com";
    private static final String OTHER = "other.example.com";

    private static Actor actor(Role role) {
        return new Actor(SELF, role, true, "192.0.2.1");
    }

    private static Account account(String jid, Role role) {
        return new Account(Jid.of(jid), role, List.of(), Instant.EPOCH);
    }

    private static Reason reason(ThrowingCallable what) {
        return catchThrowableOfType(RefusedException.class, what).reason();
    }

    @Test
    void aUserSeesNothing() {
        assertThat(reason(() -> actor(Role.USER).mustSeeServer())).isEqualTo(Reason.FORBIDDEN);
        assertThat(reason(() -> actor(Role.USER).mustSee(OWN))).isEqualTo(Reason.FORBIDDEN);
        assertThat(reason(() -> actor(Role.USER).mustGovern(OWN))).isEqualTo(Reason.FORBIDDEN);
        assertThat(reason(() -> actor(Role.USER).mustGovern(account("nurse@im.example.com", Role.USER))))
                .isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void anAuditorSeesAllAndGovernsNothing() {
        var auditor = actor(Role.AUDITOR);
        assertThatCode(() -> auditor.mustSee(OTHER)).doesNotThrowAnyException();
        assertThat(reason(() -> auditor.mustGovern(OWN))).isEqualTo(Reason.FORBIDDEN);
        assertThat(reason(auditor::mustGovernAll)).isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void whoGovernsADomainDoesNotKnowOfOthers() {
        var chief = actor(Role.DOMAIN_ADMIN);
        assertThatCode(() -> chief.mustGovern(OWN)).doesNotThrowAnyException();
        assertThat(reason(() -> chief.mustSee(OTHER))).isEqualTo(Reason.NOT_FOUND);
        assertThat(reason(() -> chief.mustGovern(OTHER))).isEqualTo(Reason.NOT_FOUND);
        assertThat(reason(chief::mustGovernAll)).isEqualTo(Reason.FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "DOMAIN_ADMIN", "ADMIN"})
    void whoGovernsADomainDoesNotGovernThoseWhoGovern(Role role) {
        var chief = actor(Role.DOMAIN_ADMIN);
        assertThat(reason(() -> chief.mustGovern(account("capulet@im.example.com", role))))
                .isEqualTo(Reason.FORBIDDEN);
        assertThatCode(() -> chief.mustGovern(account("juliet@im.example.com", Role.USER)))
                .doesNotThrowAnyException();
        assertThatCode(() -> chief.mustGovern(account(SELF.toString(), role))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void anAdministratorGovernsEverybody(Role role) {
        var admin = actor(Role.ADMIN);
        assertThatCode(() -> admin.mustGovern(account("romeo@other.example.com", role)))
                .doesNotThrowAnyException();
        assertThatCode(admin::mustGovernAll).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"USER,NONE,NONE", "AUDITOR,SEE,SEE", "DOMAIN_ADMIN,GOVERN,NONE", "ADMIN,GOVERN_ALL,GOVERN_ALL"})
    void nobodyIsOfferedWhatHeWouldBeRefused(Role role, String own, String other) {
        for (var power : Power.values()) {
            assertThat(actor(role).may(power, OWN)).isEqualTo(reaches(own, power));
            assertThat(actor(role).may(power, OTHER)).isEqualTo(reaches(other, power));
            assertThat(new Actor(SELF, role, false, "").may(power, OWN))
                    .isEqualTo(reaches(own, power) && power == Power.SEE);
        }
    }

    private static boolean reaches(String most, Power power) {
        return !most.equals("NONE") && power.compareTo(Power.valueOf(most)) <= 0;
    }

    @Test
    void whoCameToReadChangesNothingWhateverHisRole() {
        var reader = new Actor(SELF, Role.ADMIN, false, "192.0.2.1");
        assertThatCode(() -> reader.mustSee(OTHER)).doesNotThrowAnyException();
        assertThat(reason(() -> reader.mustGovern(OWN))).isEqualTo(Reason.FORBIDDEN);
        assertThat(reason(reader::mustGovernAll)).isEqualTo(Reason.FORBIDDEN);
        assertThat(reason(reader::mustWrite)).isEqualTo(Reason.FORBIDDEN);
    }
}
