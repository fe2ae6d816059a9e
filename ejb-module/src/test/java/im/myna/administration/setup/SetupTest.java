package im.myna.administration.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import im.myna.adjustment.Adapter;
import im.myna.administration.Actor;
import im.myna.administration.Chronicle;
import im.myna.administration.Passes;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.administration.heritage.Heritage;
import im.myna.administration.server.Shutdown;
import im.myna.administration.setup.Plan.Admin;
import im.myna.administration.setup.Plan.Pem;
import im.myna.administration.setup.WrongChoiceException.Fault;
import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.settings.AdapterMXBean;
import im.myna.settings.Settings;
import im.myna.settings.Sources;
import im.myna.store.Engine;
import im.myna.store.StoresExtension;
import im.myna.store.account.Account;
import im.myna.store.account.Role;
import im.myna.store.audit.AuditEntry;
import im.myna.store.audit.AuditSearch;
import im.myna.store.inventory.Candidate;
import im.myna.store.inventory.TrialException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Vetoed;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {
    private static final Jid FIRST = Jid.of("admin@localhost");
    private static final Actor ADMIN = new Actor(FIRST, Role.ADMIN, true, "127.0.0.1");
    private static final Admin BOSS = new Admin("boss", "arise, fair sun");
    private static final Plan PLAN = new Plan("im.example.com", Pem.SELF_SIGNED, Candidate.FILE, BOSS);

    @TempDir
    private Path data;

    private final Map<String, String> told = new HashMap<>();
    private final Sources sources = new Sources(key -> Optional.ofNullable(told.get(key)), key -> "file");
    private final StoresExtension stores = new StoresExtension(Engine.H2, sources);
    private final Ear ear = new Ear();
    private WeldContainer container;

    private Setup start() {
        stop();
        told.put("myna.data", data.toString());
        container = new Weld()
                .disableDiscovery()
                .addBeanClasses(Setup.class, Heritage.class, Chronicle.class, Passes.class)
                .addExtensions(stores, new Lent(sources, ear))
                .initialize();
        return container.select(Setup.class).get();
    }

    @AfterEach
    void stop() {
        if (container != null) {
            container.shutdown();
            container = null;
        }
    }

    private void has(Jid... accounts) {
        for (var jid : accounts) {
            stores.database().transaction(() -> stores.database()
                    .accounts()
                    .add(new Account(jid, Role.ADMIN, ScramVerifier.all("the printed one", 4096), Instant.EPOCH)));
        }
    }

    private Optional<Account> account(String jid) {
        return stores.database().transaction(() -> stores.database().accounts().find(Jid.of(jid)));
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
        stores.database().transaction(() -> stores.database().accounts().remove(Jid.of("juliet@localhost")));
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
        assertThat(ear.kept).isEmpty();
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
        assertThat(ear.kept).containsExactly("im.example.com good key");
        assertThat(data.resolve("first-account")).isRegularFile();
        assertThat(data.resolve("setup.properties")).doesNotExist();
        assertThat(setup.isOpen()).isFalse();

        start();
        heritage().settle();
        assertThat(account("boss@im.example.com"))
                .as("not yet: the domain is not told")
                .isEmpty();
        assertThat(account("admin@localhost")).isPresent();

        told.put("myna.domain", "im.example.com");
        start();
        heritage().settle();
        var boss = account("boss@im.example.com").orElseThrow();
        assertThat(boss.role()).isEqualTo(Role.ADMIN);
        assertThat(boss.verifiers()).allMatch(verifier -> verifier.matches(BOSS.password()));
        assertThat(account("admin@localhost")).isEmpty();
        assertThat(data).isEmptyDirectory();
        assertThat(container.select(Chronicle.class).get().page(ADMIN, AuditSearch.ALL, Long.MAX_VALUE, 10))
                .extracting(AuditEntry::who, AuditEntry::action, AuditEntry::subject)
                .containsExactly(
                        tuple("im.example.com", "server.setup", "boss@im.example.com"),
                        tuple("admin@localhost", "server.setup", "boss@im.example.com"));
        heritage().settle();
    }

    @Test
    void anAccountThatIsThereAlreadyGetsTheChosenPasswordAndMayComeIn() {
        var setup = start();
        has(FIRST);
        setup.finish(
                ADMIN, new Plan("localhost", Pem.SELF_SIGNED, Candidate.FILE, new Admin("admin", BOSS.password())));
        start();
        heritage().settle();
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

    private Heritage heritage() {
        return container.select(Heritage.class).get();
    }

    /** What the adapter does with a certificate. */
    @Vetoed
    static final class Ear implements AdapterMXBean {
        private final List<String> kept = new ArrayList<>();

        @Override
        public void change(Map<String, String> changed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> getCertificates() {
            return Map.of();
        }

        @Override
        public Map<String, String> getCertificateFiles() {
            return Map.of();
        }

        @Override
        public void install(String domain, String chain, String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void check(String domain, String chain, String key) {
            if (chain.equals("foreign")) {
                throw new IllegalArgumentException("it is for others");
            }
        }

        @Override
        public void keep(String domain, String chain, String key) {
            kept.add(domain + " " + chain + " " + key);
        }

        @Override
        public void renew() {
            throw new UnsupportedOperationException();
        }
    }

    /** What the rest of the server would be. */
    // CDI calls it.
    @SuppressWarnings("UnusedMethod")
    private record Lent(Sources sources, Ear ear) implements Extension {
        void lend(@Observes AfterBeanDiscovery discovery) {
            var settings = sources.with(Map.of());
            discovery.addBean().types(Settings.class).scope(Singleton.class).createWith(context -> settings);
            discovery.addBean().types(Shutdown.class).scope(Singleton.class).createWith(context -> new Doors());
            discovery.addBean().types(Clock.class).scope(Singleton.class).createWith(context -> Clock.systemUTC());
            discovery.addBean().types(Adapter.class).scope(Singleton.class).createWith(context -> new Adapter() {
                @Override
                public List<AdapterMXBean> ears() {
                    return List.of(ear);
                }
            });
        }
    }

    /** There is no launcher in a test. */
    @Vetoed
    private static final class Doors extends Shutdown {
        @Override
        public boolean isPossible() {
            return false;
        }

        @Override
        public boolean canRestart() {
            return false;
        }
    }
}
