package im.myna.administration.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import im.myna.administration.Actor;
import im.myna.administration.Chronicle;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.administration.heritage.Heritage;
import im.myna.administration.setup.Plan.Admin;
import im.myna.administration.setup.Plan.Pem;
import im.myna.administration.setup.WrongChoiceException.Fault;
import im.myna.jid.Jid;
import im.myna.store.account.Account;
import im.myna.store.account.Role;
import im.myna.store.audit.AuditEntry;
import im.myna.store.audit.AuditSearch;
import im.myna.store.inventory.Candidate;
import im.myna.store.inventory.TrialException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {
    private static final Jid FIRST = Jid.of("admin@localhost");
    private static final Actor ADMIN = new Actor(FIRST, Role.ADMIN, true, "127.0.0.1");
    private static final Admin BOSS = new Admin("boss", "arise, fair sun");
    private static final Plan PLAN = new Plan("im.example.com", Pem.SELF_SIGNED, Candidate.FILE, BOSS);

    private final Map<String, String> told = new HashMap<>();
    private final Beginner server = new Beginner(told);

    @TempDir
    private Path data;

    private Setup start() {
        told.put("myna.data", data.toString());
        return server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void has(Jid... accounts) {
        server.has(accounts);
    }

    private Optional<Account> account(String jid) {
        return server.account(Jid.of(jid));
    }

    private static Fault fault(Runnable call) {
        return catchThrowableOfType(WrongChoiceException.class, call::run).fault();
    }

    private static Reason reason(Runnable call) {
        return catchThrowableOfType(RefusedException.class, call::run).reason();
    }

    @Test
    void itIsThereWhileNothingIsToldAndNobodyIsHereButTheFirst() {
        assertThat(start().isOpen()).isTrue();
        has(FIRST);
        assertThat(start().isOpen()).isTrue();
        told.put("myna.domain", "localhost");
        assertThat(start().isOpen()).isFalse();
        told.remove("myna.domain");
        told.put("myna.db.url", "jdbc:postgresql://db/myna");
        assertThat(start().isOpen()).isFalse();
    }

    @Test
    void itIsOverForGoodWhenSomebodyElseIsHere() {
        var setup = start();
        has(FIRST, Jid.of("juliet@localhost"));
        assertThat(setup.isOpen()).isFalse();
        server.loses(Jid.of("juliet@localhost"));
        assertThat(setup.isOpen()).isFalse();
        assertThat(reason(() -> setup.domain(ADMIN, "im.example.com"))).isEqualTo(Reason.CONFLICT);
        assertThat(reason(() -> setup.finish(ADMIN, PLAN))).isEqualTo(Reason.CONFLICT);
    }

    @Test
    void onlyTheServersAdministratorChooses() {
        var setup = start();
        for (var role : List.of(Role.USER, Role.AUDITOR, Role.DOMAIN_ADMIN)) {
            var other = new Actor(FIRST, role, true, "127.0.0.1");
            assertThat(reason(() -> setup.finish(other, PLAN))).isEqualTo(Reason.FORBIDDEN);
            assertThat(reason(() -> setup.database(other, Candidate.FILE))).isEqualTo(Reason.FORBIDDEN);
        }
        var reader = new Actor(FIRST, Role.ADMIN, false, "127.0.0.1");
        assertThat(reason(() -> setup.finish(reader, PLAN))).isEqualTo(Reason.FORBIDDEN);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void eachChoiceIsChecked() {
        var setup = start();
        assertThat(setup.domain(ADMIN, " IM.Example.com ")).isEqualTo("im.example.com");
        assertThat(fault(() -> setup.domain(ADMIN, ""))).isEqualTo(Fault.DOMAIN);
        assertThat(fault(() -> setup.domain(ADMIN, "a.example,b.example"))).isEqualTo(Fault.DOMAIN);
        assertThat(fault(() -> setup.domain(ADMIN, "../x"))).isEqualTo(Fault.DOMAIN);
        assertThat(fault(() -> setup.account(ADMIN, "a.example", new Admin("", BOSS.password()))))
                .isEqualTo(Fault.NAME);
        assertThat(fault(() -> setup.account(ADMIN, "a.example", new Admin("a b", BOSS.password()))))
                .isEqualTo(Fault.NAME);
        assertThat(fault(() -> setup.account(ADMIN, "a.example", new Admin("boss", "short"))))
                .isEqualTo(Fault.SHORT);
        assertThat(fault(() -> setup.certificate(ADMIN, "a.example", new Pem("foreign", "key"))))
                .isEqualTo(Fault.CERTIFICATE);
        setup.certificate(ADMIN, "a.example", new Pem("good", "key"));
        setup.certificate(ADMIN, "a.example", Pem.SELF_SIGNED);
        var nowhere = new Candidate("127.0.0.1", 1, "myna", "myna", "");
        assertThat(catchThrowableOfType(TrialException.class, () -> setup.database(ADMIN, nowhere))
                        .fault())
                .isEqualTo(TrialException.Fault.UNREACHABLE);
        assertThat(server.kept()).isEmpty();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void whereTheSettingsSayTheCertificateNoneIsChosen() throws IOException {
        for (var file : List.of("chain.pem", "key.pem")) {
            Files.createFile(data.resolve(file));
        }
        told.put("myna.tls.certificate", data.resolve("chain.pem").toString());
        told.put("myna.tls.key", data.resolve("key.pem").toString());
        var setup = start();
        assertThat(setup.certificateIsTold()).isTrue();
        assertThat(fault(() -> setup.certificate(ADMIN, "a.example", new Pem("good", "key"))))
                .isEqualTo(Fault.CERTIFICATE_TOLD);
    }

    @Test
    void whatIsWrongAtTheEndLeavesNothingBehind() {
        var setup = start();
        has(FIRST);
        var foreign = new Plan("im.example.com", new Pem("foreign", "key"), Candidate.FILE, BOSS);
        assertThat(fault(() -> setup.finish(ADMIN, foreign))).isEqualTo(Fault.CERTIFICATE);
        var nowhere =
                new Plan("im.example.com", Pem.SELF_SIGNED, new Candidate("127.0.0.1", 1, "myna", "myna", ""), BOSS);
        assertThat(catchThrowableOfType(TrialException.class, () -> setup.finish(ADMIN, nowhere)))
                .isNotNull();
        assertThat(data).isEmptyDirectory();
        assertThat(setup.isOpen()).isTrue();
    }

    @Test
    void theNextStartHasTheChosenAdministratorInsteadOfTheFirst() throws IOException {
        var setup = start();
        has(FIRST);
        Files.createFile(data.resolve("first-password"));
        var outcome = setup.finish(ADMIN, new Plan("im.example.com", new Pem("good", "key"), Candidate.FILE, BOSS));
        // Here is no launcher: it is an application server, whose owner has to say the rest.
        assertThat(outcome).isEqualTo(new Setup.Outcome(false, Map.of("myna.domain", "im.example.com")));
        assertThat(server.kept()).containsExactly("im.example.com good key");
        assertThat(data.resolve("first-account")).isRegularFile();
        assertThat(data.resolve("setup.properties")).doesNotExist();
        assertThat(setup.isOpen()).isFalse();

        start();
        server.bean(Heritage.class).settle();
        assertThat(account("boss@im.example.com"))
                .as("not yet: the domain is not told")
                .isEmpty();
        assertThat(account("admin@localhost")).isPresent();

        told.put("myna.domain", "im.example.com");
        start();
        server.bean(Heritage.class).settle();
        var boss = account("boss@im.example.com").orElseThrow();
        assertThat(boss.role()).isEqualTo(Role.ADMIN);
        assertThat(boss.verifiers()).allMatch(verifier -> verifier.matches(BOSS.password()));
        assertThat(account("admin@localhost")).isEmpty();
        assertThat(data).isEmptyDirectory();
        assertThat(server.bean(Chronicle.class).page(ADMIN, AuditSearch.ALL, Long.MAX_VALUE, 10))
                .extracting(AuditEntry::who, AuditEntry::action, AuditEntry::subject)
                .containsExactly(
                        tuple("im.example.com", "server.setup", "boss@im.example.com"),
                        tuple("admin@localhost", "server.setup", "boss@im.example.com"));
        server.bean(Heritage.class).settle();
    }

    @Test
    void anAccountThatIsThereAlreadyGetsTheChosenPasswordAndMayComeIn() {
        var setup = start();
        has(FIRST);
        setup.finish(
                ADMIN, new Plan("localhost", Pem.SELF_SIGNED, Candidate.FILE, new Admin("admin", BOSS.password())));
        start();
        server.bean(Heritage.class).settle();
        assertThat(account("admin@localhost").orElseThrow().verifiers())
                .allMatch(verifier -> verifier.matches(BOSS.password()));
    }

    @Test
    void itIsFinishedOnce() {
        var setup = start();
        has(FIRST);
        setup.finish(ADMIN, PLAN);
        assertThat(reason(() -> setup.finish(ADMIN, PLAN))).isEqualTo(Reason.CONFLICT);
    }
}
