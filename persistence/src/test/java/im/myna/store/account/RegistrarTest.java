package im.myna.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.jid.Jid;
import im.myna.settings.Settings;
import im.myna.store.Database;
import im.myna.store.Engine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class RegistrarTest {
    private static final Jid JULIET = Jid.of("juliet@im.example.com");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Map<String, String> SAID =
            Map.of("myna.domain", "im.example.com, other.example", "myna.login.iterations", "4096");

    private final Database database;
    private final Registrar registrar;
    private final List<String> expelled = new ArrayList<>();

    RegistrarTest(Engine engine) {
        database = engine.empty();
        var settings = Settings.read(key -> Optional.ofNullable(SAID.get(key)));
        var accounts = database.accounts();
        registrar = new Registrar(
                accounts,
                settings,
                Clock.fixed(NOON, ZoneOffset.UTC),
                accounts::remove,
                (account, reason) -> expelled.add(account + " " + reason.condition() + " " + reason.getMessage()));
    }

    @Test
    void anAccountThatWasAddedHasThePassword() {
        assertThat(say("add juliet@im.example.com", "r0m30")).containsExactly("added juliet@im.example.com");
        var juliet = find(JULIET);
        assertThat(juliet.role()).isEqualTo(Role.USER);
        assertThat(juliet.created()).isEqualTo(NOON);
        assertThat(juliet.verifiers()).hasSize(3).allMatch(verifier -> verifier.matches("r0m30"));
    }

    @Test
    void anAdministratorIsAddedAsSuch() {
        assertThat(say("add-admin juliet@im.example.com", "r0m30"))
                .containsExactly("added juliet@im.example.com, an administrator");
        assertThat(find(JULIET).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void aNameWithoutDomainIsOneOfTheFirstDomain() {
        say("add  Juliet ", "r0m30");
        assertThat(find(JULIET).jid()).isEqualTo(JULIET);
    }

    @Test
    void anotherPasswordReplacesTheOld() {
        say("add juliet", "r0m30");
        say("passwd juliet", "benvolio");
        assertThat(find(JULIET).verifiers())
                .hasSize(3)
                .allMatch(verifier -> verifier.matches("benvolio"))
                .noneMatch(verifier -> verifier.matches("r0m30"));
        assertThat(expelled).containsExactly("juliet@im.example.com RESET the password was changed");
    }

    @Test
    void anAccountIsGivenARole() {
        say("add juliet", "r0m30");
        assertThat(say("role juliet domain-admin", "")).containsExactly("made juliet@im.example.com domain-admin");
        assertThat(say("list", "")).containsExactly("juliet@im.example.com  domain administrator");
    }

    @Test
    void whoIsLockedIsSentAwayUntilHeIsUnlocked() {
        say("add juliet", "r0m30");
        assertThat(say("lock juliet", "")).containsExactly("locked juliet@im.example.com");
        assertThat(find(JULIET).lock()).isEqualTo(new Lock(true, Instant.EPOCH));
        assertThat(expelled).containsExactly("juliet@im.example.com POLICY_VIOLATION the account is disabled");
        assertThat(say("unlock juliet", "")).containsExactly("unlocked juliet@im.example.com");
        assertThat(find(JULIET).lock()).isEqualTo(Lock.NONE);
        assertThat(expelled).hasSize(1);
    }

    @Test
    void anAccountIsLockedUntilATime() {
        say("add juliet", "r0m30");
        assertThat(say("lock juliet 2026-01-02T01:00:00+01:00", ""))
                .containsExactly("locked juliet@im.example.com until 2026-01-02T00:00:00Z");
        assertThat(find(JULIET).lock()).isEqualTo(new Lock(false, Instant.parse("2026-01-02T00:00:00Z")));
        assertThat(expelled).singleElement().asString().endsWith("the account is locked until 2026-01-02T00:00:00Z");
    }

    @Test
    void theListSaysWhatTheyMayDoAndWhoIsKeptOut() {
        keep("auditor", Role.AUDITOR, Lock.NONE);
        keep("friar", Role.DOMAIN_ADMIN, new Lock(true, Instant.EPOCH));
        keep("nurse", Role.USER, new Lock(false, NOON.plusSeconds(1)));
        keep("romeo", Role.USER, new Lock(false, NOON));
        assertThat(say("list", ""))
                .containsExactly(
                        "auditor@im.example.com  auditor",
                        "friar@im.example.com  domain administrator, disabled",
                        "nurse@im.example.com  locked until 2026-01-01T12:00:01Z",
                        "romeo@im.example.com");
    }

    @Test
    void whatWasDeletedIsGone() {
        say("add juliet", "r0m30");
        assertThat(say("delete juliet", "")).containsExactly("deleted juliet@im.example.com");
        assertThat(say("list", "")).isEmpty();
    }

    @Test
    void theListHasAllAccountsOfAllDomains() {
        say("add-admin nurse@other.example", "secret");
        database.transaction(() -> {
            IntStream.range(0, 250).forEach(number -> database.accounts()
                    .add(new Account(Jid.of("user" + number, "im.example.com", ""), Role.USER, List.of(), NOON)));
            return true;
        });
        assertThat(say("list", "")).hasSize(251).contains("user7@im.example.com", "nurse@other.example  administrator");
        assertThat(say("list other.example", "")).containsExactly("nurse@other.example  administrator");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    add juliet          | r0m30 | there is an account juliet@im.example.com already
                    add                 | r0m30 | whose account? A JID is missing
                    add nurse           | ""    | a password is not empty
                    add @im.example.com | r0m30 | "'@im.example.com' has no name before the @"
                    add nurse@elsewhere | r0m30 | elsewhere is no domain of this server; it has im.example.com, other.example
                    passwd nurse        | r0m30 | there is no account nurse@im.example.com
                    delete nurse        | ""    | there is no account nurse@im.example.com
                    list elsewhere      | ""    | elsewhere is no domain of this server; it has im.example.com, other.example
                    lock nurse          | ""    | there is no account nurse@im.example.com
                    lock                | ""    | whose account? A JID is missing
                    lock juliet later   | ""    | "'later' is no time such as 2030-12-31T18:00:00Z"
                    lock juliet 2026-01-01T12:00:00Z | "" | 2026-01-01T12:00:00Z is no time in the future
                    lock juliet +10000-01-01T00:00:00Z | "" | +10000-01-01T00:00:00Z is no time in the future
                    unlock nurse        | ""    | there is no account nurse@im.example.com
                    role nurse admin    | ""    | there is no account nurse@im.example.com
                    role juliet king    | ""    | a role is one of admin, auditor, domain-admin, user
                    role juliet         | ""    | a role is one of admin, auditor, domain-admin, user
                    promote juliet      | ""    | 'promote' is no order; there are add JID, add-admin JID, passwd JID, lock JID [UNTIL], unlock JID, role JID ROLE, delete JID, list [DOMAIN]
                    """)
    void whatCannotBeDoneIsRefusedWithTheReason(String order, String password, String reason) {
        say("add juliet", "r0m30");
        assertThatThrownBy(() -> say(order, password))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "add juliet,true",
        "add-admin juliet,true",
        "passwd juliet,true",
        "lock juliet,false",
        "delete juliet,false",
        "list,false"
    })
    void onlySomeOrdersGoWithAPassword(String order, boolean needs) {
        assertThat(Registrar.needsPassword(order)).isEqualTo(needs);
    }

    private void keep(String name, Role role, Lock lock) {
        var account = new Account(Jid.of(name, "im.example.com", ""), role, List.of(), NOON, lock);
        database.transaction(() -> database.accounts().add(account));
    }

    private List<String> say(String order, String password) {
        var answer = new ArrayList<String>();
        return database.transaction(() -> {
            registrar.carryOut(order, password, answer::add);
            return answer;
        });
    }

    private Account find(Jid jid) {
        return database.transaction(() -> database.accounts().find(jid).orElseThrow());
    }
}
