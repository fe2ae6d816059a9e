package im.myna.administration.server;

import static im.myna.administration.server.Premises.ADMIN;
import static im.myna.administration.server.Premises.AUDITOR;
import static im.myna.administration.server.Premises.CHIEF;
import static im.myna.administration.server.Premises.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.adjustment.Adjustments;
import im.myna.administration.Actor;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.settings.Registration;
import im.myna.settings.Setting;
import im.myna.store.account.Role;
import im.myna.store.setting.ChangedSetting;
import im.myna.store.setting.SettingStore;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {
    private final Premises premises = new Premises();
    private final ServerSettings settings = premises.bean(ServerSettings.class);

    @AfterEach
    void close() {
        premises.close();
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThat(catchThrowableOfType(RefusedException.class, call).reason()).isEqualTo(reason);
    }

    @Test
    void whatIsChangedHoldsAtOnceAndIsKnownWithWhoDidIt() {
        assertThat(settings.find(ADMIN, "myna.registration"))
                .isEqualTo(new ServerSettings.Current(
                        Setting.REGISTRATION, "closed", false, "default", "", Instant.EPOCH));
        settings.change(ADMIN, Map.of("myna.registration", " open ", "myna.limits.roster-items", "7"));
        assertThat(premises.settings().registration()).isEqualTo(Registration.OPEN);
        assertThat(premises.settings().limits().rosterItems()).isEqualTo(7);
        assertThat(settings.find(ADMIN, "myna.registration"))
                .isEqualTo(new ServerSettings.Current(
                        Setting.REGISTRATION, "open", true, "here", "somebody@im.example.com", Premises.NOW));
    }

    @Test
    void theAuditLogHasBeforeAndAfter() {
        settings.change(ADMIN, Map.of("myna.registration", "open", "myna.limits.roster-items", "7"));
        settings.reset(ADMIN, "myna.registration");
        assertThat(premises.deeds())
                .extracting(deed -> deed.action() + ": " + deed.before() + " -> " + deed.after())
                .containsExactly(
                        "setting.reset: myna.registration=open -> myna.registration=closed",
                        "setting.change: myna.limits.roster-items=2000 myna.registration=closed"
                                + " -> myna.limits.roster-items=7 myna.registration=open");
    }

    @Test
    void whatIsTakenBackIsAsItWasToldAtTheStart() {
        settings.change(ADMIN, Map.of("myna.registration", "open"));
        settings.reset(ADMIN, "myna.registration");
        assertThat(premises.settings().registration()).isEqualTo(Registration.CLOSED);
        assertThat(settings.find(ADMIN, "myna.registration").origin()).isEqualTo("default");
        settings.reset(ADMIN, "myna.registration");
        assertThat(premises.deeds()).hasSize(2);
    }

    @Test
    void whatIsSoAlreadyIsNoChange() {
        settings.change(ADMIN, Map.of("myna.registration", "closed"));
        assertThat(premises.deeds()).isEmpty();
        assertThat(premises.bean(SettingStore.class).all()).isEmpty();
    }

    @Test
    void aWrongValueChangesNothingNotEvenTheRightOnesBesideIt() {
        var wrong = Map.of("myna.registration", "open", "myna.login.retries", "17");
        var refused = catchThrowableOfType(RefusedException.class, () -> settings.change(ADMIN, wrong));
        assertThat(refused.reason()).isEqualTo(Reason.INVALID);
        assertThat(refused).hasMessageContainingAll("myna.login.retries", "2 to 5");
        assertThat(premises.settings().registration()).isEqualTo(Registration.CLOSED);
        assertThat(premises.deeds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "myna.domain, elsewhere.example, CONFLICT",
        "myna.db.password, x, CONFLICT",
        "myna.port.client, 1, CONFLICT",
        "myna.nothing, x, NOT_FOUND",
        "myna.web.proxies, 10.0.0.300, INVALID",
    })
    void whatCannotBeChangedHereIsRefused(String key, String value, Reason reason) {
        refused(reason, () -> settings.change(ADMIN, Map.of(key, value)));
        assertThat(premises.bean(SettingStore.class).all()).isEmpty();
    }

    @Test
    void aValueThatWouldNotFitIsRefused() {
        refused(
                Reason.INVALID,
                () -> settings.change(ADMIN, Map.of("myna.web.origins", "x".repeat(ChangedSetting.LONGEST + 1))));
        refused(Reason.INVALID, () -> settings.change(ADMIN, Map.of("myna.web.origins", "a\0")));
    }

    @Test
    void onlyAServerAdministratorChangesThemAndAnAuditorReadsThem() {
        var change = Map.of("myna.registration", "open");
        for (var actor : new Actor[] {AUDITOR, CHIEF, USER}) {
            refused(Reason.FORBIDDEN, () -> settings.change(actor, change));
            refused(Reason.FORBIDDEN, () -> settings.reset(actor, "myna.registration"));
        }
        refused(Reason.FORBIDDEN, () -> settings.change(new Actor(ADMIN.jid(), Role.ADMIN, false, ""), change));
        assertThat(settings.list(AUDITOR)).hasSize(Setting.values().length);
        refused(Reason.FORBIDDEN, () -> settings.list(CHIEF));
        refused(Reason.FORBIDDEN, () -> settings.find(USER, "myna.registration"));
    }

    /** Who could correct it comes in by the server itself. */
    @Test
    void aChangeThatIsNotGoodAnyMoreIsLeftOutAtTheNextStart() {
        var store = premises.bean(SettingStore.class);
        store.put(new ChangedSetting("myna.login.retries", "17", "old", Premises.NOW));
        store.put(new ChangedSetting("myna.domain", "elsewhere.example", "old", Premises.NOW));
        store.put(new ChangedSetting("myna.forgotten", "x", "old", Premises.NOW));
        store.put(new ChangedSetting("myna.registration", "open", "old", Premises.NOW));
        premises.bean(Adjustments.class).load();
        assertThat(premises.settings().login().retries()).isEqualTo(3);
        assertThat(premises.settings().registration()).isEqualTo(Registration.OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/myna?user=u&password=p:w/x&ssl=true, jdbc:postgresql://db/myna?user=u&password=***&ssl=true",
        "jdbc:postgresql://u:secret@db/myna, jdbc:postgresql://***@db/myna",
        "jdbc:h2:file:/x/myna;PASSWORD=secret;A=b, jdbc:h2:file:/x/myna;PASSWORD=***;A=b",
        "jdbc:h2:file:/x/myna;A=b, jdbc:h2:file:/x/myna;A=b",
    })
    void thePasswordInTheAddressOfTheDatabaseIsNotShown(String url, String shown) {
        assertThat(ServerSettings.withoutPassword(url)).isEqualTo(shown);
    }

    @Test
    void secretsAreNotShown() {
        assertThat(settings.list(ADMIN))
                .filteredOn(current -> current.setting().secret())
                .isNotEmpty()
                .allSatisfy(current -> assertThat(current.value()).isEmpty());
    }
}
