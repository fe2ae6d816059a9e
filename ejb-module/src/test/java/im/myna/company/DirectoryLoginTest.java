package im.myna.company;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.directory.Town;
import im.myna.negotiation.Elsewhere.Answer;
import im.myna.sasl.ScramVerifier;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Role;
import im.myna.store.audit.AuditSearch;
import im.myna.store.audit.AuditStore;
import im.myna.store.directory.KeptPerson.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who logs in by a directory, and what becomes of him here. */
class DirectoryLoginTest {
    private final Firm firm = new Firm(Map.of());

    @AfterEach
    void close() {
        firm.close();
    }

    @Test
    void theFirstLogInMakesAnAccountWithoutPassword() throws Exception {
        firm.opens();
        assertThat(firm.account("juliet")).isEmpty();
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.RIGHT);
        assertThat(firm.account("juliet")).hasValueSatisfying(account -> {
            assertThat(account.verifiers()).isEmpty();
            assertThat(account.role()).isEqualTo(Role.USER);
        });
        assertThat(firm.person("juliet")).hasValueSatisfying(person -> {
            assertThat(person.name()).isEqualTo("Juliet Capulet");
            assertThat(person.state()).isEqualTo(State.HERE);
        });
        assertThat(firm.bean(AuditStore.class).page(new AuditSearch("", "", "", "user.add"), Long.MAX_VALUE, 10))
                .hasSize(1);
    }

    @Test
    void whoIsNotLetInHasNoAccount() throws Exception {
        firm.opens();
        assertThat(firm.asks("juliet", "wrong")).isEqualTo(Answer.WRONG);
        assertThat(firm.asks("nobody", Town.PASSWORD)).isEqualTo(Answer.WRONG);
        assertThat(firm.account("juliet")).isEmpty();
        assertThat(firm.account("nobody")).isEmpty();
    }

    @Test
    void aNameThatTheDirectoryOnlyTakesForTheSameIsAnother() throws Exception {
        firm.town().person("straße", "Strasse", "Street");
        firm.town().person("ann", "Ann", "Page", "uid: mary");
        firm.opens();
        // The first of several values is the name, whatever the filter finds.
        assertThat(firm.asks("mary", Town.PASSWORD)).isEqualTo(Answer.WRONG);
        assertThat(firm.asks("ann", Town.PASSWORD)).isEqualTo(Answer.RIGHT);
        assertThat(firm.asks("strasse", Town.PASSWORD)).isEqualTo(Answer.WRONG);
    }

    @Test
    void groupsGiveRolesAndTakeThem() throws Exception {
        var rulers = firm.town().group("rulers", "member: uid=juliet," + Town.PEOPLE);
        firm.opens("admins", rulers, "cache-seconds", "0");
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.RIGHT);
        assertThat(firm.account("juliet").map(Account::role)).contains(Role.ADMIN);
        firm.town().modify("dn: " + rulers, "changetype: modify", "delete: member");
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.RIGHT);
        assertThat(firm.account("juliet").map(Account::role)).contains(Role.USER);
    }

    @Test
    void aRightPasswordIsKnownForAWhile() throws Exception {
        firm.opens("cache-seconds", "60");
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.RIGHT);
        firm.town().close("plain");
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.RIGHT);
        assertThat(firm.asks("juliet", "wrong")).isEqualTo(Answer.AWAY);
        assertThat(firm.asks("romeo", Town.PASSWORD)).isEqualTo(Answer.AWAY);
    }

    @Test
    void orItIsNot() throws Exception {
        firm.opens("cache-seconds", "0");
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.RIGHT);
        firm.town().close("plain");
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.AWAY);
    }

    @Test
    void anAccountWithAPasswordHereIsNotTheDirectorys() throws Exception {
        firm.bean(AccountStore.class)
                .add(new Account(Firm.jid("juliet"), Role.ADMIN, ScramVerifier.all("another", 4096), Instant.EPOCH));
        firm.opens();
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.WRONG);
        assertThat(firm.person("juliet")).isEmpty();
    }

    @Test
    void aDirectoryThatCannotBeMeantLikeThatIsAway() throws Exception {
        firm.opens("security", "nonsense");
        assertThat(firm.bean(DirectoryLogin.class).serves(Firm.DOMAIN)).isTrue();
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.AWAY);
        assertThat(firm.bean(LdapDirectories.class).all()).singleElement().matches(branch -> branch.problem()
                .startsWith("security:"));
    }

    @Test
    void whatIsToldAnewHoldsAtOnceAndTheRestStaysAsItIs() throws Exception {
        firm.opens();
        var before = firm.bean(LdapDirectories.class).of(Firm.DOMAIN);
        firm.bean(LdapDirectories.class).load();
        assertThat(firm.bean(LdapDirectories.class).of(Firm.DOMAIN)).isEqualTo(before);
        firm.opens("users-filter", "(mail={0}@verona.example)");
        assertThat(firm.bean(LdapDirectories.class).of(Firm.DOMAIN)).isNotEqualTo(before);
        assertThat(firm.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.RIGHT);
        firm.opens("domains", "elsewhere.example");
        assertThat(firm.bean(DirectoryLogin.class).serves(Firm.DOMAIN)).isFalse();
    }

    @Test
    void aFileMayTellOfOne(@TempDir Path folder) throws Exception {
        var file = folder.resolve("offices.properties");
        write(firm.town(), file);
        try (var other = new Firm(Map.of("myna.directories", file.toString()))) {
            other.bean(LdapDirectories.class).load();
            assertThat(other.asks("juliet", Town.PASSWORD)).isEqualTo(Answer.RIGHT);
            var notion = other.bean(LdapDirectories.class)
                    .named("offices")
                    .orElseThrow()
                    .notion();
            assertThat(notion.shown()).doesNotContainKey("bind-password").containsKey("bind-dn");
            assertThat(notion.toString()).doesNotContain("of the town");
        }
    }

    private static void write(Town town, Path file) {
        var values = new Properties();
        values.putAll(town.values());
        try (var writer = Files.newBufferedWriter(file)) {
            values.store(writer, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
