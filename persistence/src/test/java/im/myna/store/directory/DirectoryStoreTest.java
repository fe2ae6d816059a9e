package im.myna.store.directory;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.jid.Jid;
import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.account.Account;
import im.myna.store.account.Role;
import im.myna.store.directory.KeptPerson.State;
import im.myna.store.group.Group;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class DirectoryStoreTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final String DOMAIN = "im.example.com";
    private static final Jid JULIET = Jid.of("juliet", DOMAIN, "");

    private final Database database;
    private final DirectoryStore directories;
    private final PeopleStore people;

    DirectoryStoreTest(Engine engine) {
        database = engine.empty();
        directories = database.directories();
        people = database.people();
    }

    private static KeptDefinition definition(String name, Map<String, String> values) {
        return new KeptDefinition(name, values, "admin@im.example.com", NOON);
    }

    private static KeptPerson juliet() {
        return new KeptPerson(JULIET, "verona", "uid=juliet,dc=verona", "Juliet", "juliet@verona", State.HERE, false);
    }

    private void account(Jid jid) {
        run(() -> database.accounts().add(new Account(jid, Role.USER, List.of(), NOON)));
    }

    private void run(Runnable work) {
        database.transaction(() -> {
            work.run();
            return true;
        });
    }

    @Test
    void aDefinitionComesOutAsItWasPutInAndTheLastOneCounts() {
        run(() -> directories.put(definition("verona", Map.of("servers", "a", "bind-password", "x"))));
        var later = definition("verona", Map.of("servers", "b", "trust", "é".repeat(20_000)));
        run(() -> directories.put(later));
        run(() -> directories.put(definition("mantua", Map.of())));
        assertThat(database.transaction(directories::all)).containsExactly(definition("mantua", Map.of()), later);
        assertThat(later).hasToString("KeptDefinition[verona]");
    }

    @Test
    void whatIsRemovedIsGone() {
        run(() -> directories.put(definition("verona", Map.of("servers", "a"))));
        assertThat(database.transaction(() -> directories.remove("verona"))).isTrue();
        assertThat(database.transaction(() -> directories.remove("verona"))).isFalse();
        assertThat(database.transaction(directories::all)).isEmpty();
    }

    @Test
    void theLastRoundIsKept() {
        assertThat(database.transaction(() -> directories.round("verona"))).isEmpty();
        run(() -> directories.put(new Round("verona", NOON, 5, "1", 2, 3, "away", List.of())));
        var last = new Round("verona", NOON, 7, "2", 4, 5, "", List.of("a b: no localpart", "c: twice"));
        run(() -> directories.put(last));
        assertThat(database.transaction(() -> directories.round("verona"))).contains(last);
    }

    @Test
    void aPersonIsKeptAsLongAsTheAccount() {
        account(JULIET);
        run(() -> people.put(juliet()));
        assertThat(database.transaction(() -> people.find(JULIET))).contains(juliet());
        run(() -> people.put(juliet().in(State.GONE, true)));
        assertThat(database.transaction(() -> people.all("verona", DOMAIN)))
                .containsExactly(juliet().in(State.GONE, true));
        assertThat(database.transaction(() -> people.all("mantua", DOMAIN))).isEmpty();
        run(() -> database.accounts().remove(JULIET));
        assertThat(database.transaction(() -> people.find(JULIET))).isEmpty();
    }

    @Test
    void itIsKnownWhichGroupsComeFromADirectory() {
        var sales = Jid.of("sales", DOMAIN, "");
        var made = new KeptTeam(sales, "verona", "cn=sales,dc=verona");
        run(() -> database.groups().add(Group.of(sales)));
        run(() -> people.put(made));
        assertThat(database.transaction(() -> people.teams(DOMAIN))).containsExactly(made);
        assertThat(database.transaction(() -> people.team(sales))).contains(made);
        assertThat(database.transaction(() -> people.team(JULIET))).isEmpty();
        assertThat(database.transaction(() -> people.teams("other.example.com")))
                .isEmpty();
        run(() -> database.groups().remove(sales));
        assertThat(database.transaction(() -> people.teams(DOMAIN))).isEmpty();
    }
}
