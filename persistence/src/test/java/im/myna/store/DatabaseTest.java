package im.myna.store;

import static im.myna.store.Cast.JULIET;
import static im.myna.store.Cast.ROMEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.myna.store.account.Account;
import im.myna.store.account.Role;
import im.myna.store.account.Search;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
    @Test
    void whatWasCommittedIsThereWhenTheDatabaseIsOpenedAgain(@TempDir Path folder) {
        var url = "jdbc:h2:file:" + folder.resolve("myna");
        try (var database = Database.open(url, "sa", "")) {
            Cast.enter(database, JULIET);
        }
        try (var database = Database.open(url, "sa", "")) {
            assertThat(database.transaction(() -> database.accounts().exists(JULIET)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void workThatFailsLeavesNothingBehind(Engine engine) {
        var database = engine.empty();
        assertThatThrownBy(() -> database.transaction(() -> {
                    Cast.enter(database, JULIET);
                    throw new IllegalStateException("after the first step");
                }))
                .hasMessage("after the first step");
        assertThat(database.transaction(() -> database.accounts().exists(JULIET)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void transactionsWithinATransactionArePartOfIt(Engine engine) {
        var database = engine.empty();
        database.transaction(() -> {
            Cast.enter(database, JULIET);
            Cast.enter(database, ROMEO);
            return true;
        });
        assertThat(database.transaction(() -> database.accounts().count(Search.in("im.example.com"))))
                .isEqualTo(2);
    }

    @Test
    void aStoreOutsideOfATransactionSaysSo() {
        var accounts = Engine.H2.empty().accounts();
        assertThatThrownBy(() -> accounts.add(new Account(JULIET, Role.USER, List.of(), Instant.EPOCH)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @ParameterizedTest
    @EnumSource
    void theTablesAreWhatTheEntitiesExpect(Engine engine) {
        engine.empty().validate();
    }
}
