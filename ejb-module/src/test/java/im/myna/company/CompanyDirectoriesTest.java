package im.myna.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.administration.Actor;
import im.myna.administration.RefusedException;
import im.myna.administration.directory.CompanyDirectories;
import im.myna.directory.Step;
import im.myna.directory.Town;
import im.myna.negotiation.Elsewhere.Answer;
import im.myna.store.account.Role;
import im.myna.store.audit.AuditSearch;
import im.myna.store.audit.AuditStore;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What administrators do with directories while the server runs. */
class CompanyDirectoriesTest {
    private final Firm firm = new Firm(Map.of());
    private final CompanyDirectories directories = firm.bean(CompanyDirectories.class);
    private final Actor admin = actor(Role.ADMIN);

    @AfterEach
    void close() {
        firm.close();
    }

    private static Actor actor(Role role) {
        return new Actor(Firm.jid("governor"), role, true, "192.0.2.1");
    }

    private void isRefused(RefusedException.Reason reason, Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.reason())
                .as(e.getMessage())
                .isEqualTo(reason));
    }

    private Map<String, String> without(String key) {
        var values = new HashMap<>(firm.town().values());
        values.remove(key);
        return values;
    }

    @Test
    void whatIsToldHoldsAtOnceAndIsWrittenDownWithoutThePassword() throws Exception {
        assertThat(directories.put(admin, "verona", firm.town().values())).isTrue();
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.RIGHT);
        assertThat(directories.put(admin, "verona", firm.town().values("name", "{sn}")))
                .isFalse();
        directories.remove(admin, "verona");
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.AWAY);
        var entries = firm.bean(AuditStore.class).page(new AuditSearch("", "", "", ""), Long.MAX_VALUE, 100);
        assertThat(entries.toString())
                .contains("directory.add", "directory.change", "directory.remove")
                .doesNotContain("of the town");
    }

    @Test
    void aPasswordStaysUnlessSomebodyElseWouldHearIt() throws Exception {
        directories.put(admin, "verona", firm.town().values());
        directories.put(admin, "verona", without("bind-password"));
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.RIGHT);
        var elsewhere = without("bind-password");
        elsewhere.put("servers", "evil.example.com");
        isRefused(RefusedException.Reason.INVALID, () -> directories.put(admin, "verona", elsewhere));
        isRefused(RefusedException.Reason.INVALID, () -> directories.test(admin, "verona", elsewhere, ""));
    }

    @Test
    void whatCannotBeMeantIsRefusedWithTheReason() {
        for (var wrong : new String[][] {
            {"security", "nonsense"},
            {"bind-password-file", "/etc/passwd"},
            {"trust-file", "/etc/passwd"},
            {"domains", "elsewhere.example.com"},
            {"trust", "no PEM"},
            {"nonsense", "x"},
            {"name", "x".repeat(70_000)}
        }) {
            isRefused(
                    RefusedException.Reason.INVALID,
                    () -> directories.put(admin, "verona", firm.town().values(wrong)));
        }
        isRefused(
                RefusedException.Reason.INVALID,
                () -> directories.put(admin, "../x", firm.town().values()));
        directories.put(admin, "verona", firm.town().values());
        isRefused(
                RefusedException.Reason.CONFLICT,
                () -> directories.put(admin, "second", firm.town().values()));
        isRefused(RefusedException.Reason.NOT_FOUND, () -> directories.find(admin, "nothing"));
    }

    @Test
    void aTestSaysHowItWentAndKeepsNothing() {
        var steps = directories.test(admin, "verona", firm.town().values(), "juliet");
        assertThat(steps).allMatch(Step::good);
        assertThat(steps.toString()).contains("uid=juliet");
        assertThat(directories.list(admin)).isEmpty();
        assertThat(directories.test(admin, "verona", firm.town().values("bind-password", "wrong"), ""))
                .anyMatch(step -> !step.good());
    }

    @Test
    void onlyTheServersAdministratorsChangeThem() {
        isRefused(
                RefusedException.Reason.FORBIDDEN,
                () -> directories.put(
                        actor(Role.DOMAIN_ADMIN), "verona", firm.town().values()));
        isRefused(
                RefusedException.Reason.FORBIDDEN,
                () -> directories.test(
                        actor(Role.AUDITOR), "verona", firm.town().values(), ""));
        isRefused(RefusedException.Reason.FORBIDDEN, () -> directories.list(actor(Role.USER)));
        isRefused(RefusedException.Reason.FORBIDDEN, () -> directories.list(actor(Role.DOMAIN_ADMIN)));
        directories.put(admin, "verona", firm.town().values());
        assertThat(directories.list(actor(Role.AUDITOR))).hasSize(1);
        assertThat(directories.explain(actor(Role.AUDITOR), "verona", "juliet")).allMatch(Step::good);
        assertThat(directories.follow(admin, "verona").people()).isEqualTo(2);
    }
}
