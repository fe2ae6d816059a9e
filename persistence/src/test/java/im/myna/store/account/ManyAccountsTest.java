package im.myna.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.Pace;
import im.myna.store.account.Search.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 100,000 accounts in PostgreSQL: each list answers within 300 ms. */
class ManyAccountsTest {
    private static final Search ALL = Search.in("im.example.com");

    private static Database database;

    @BeforeAll
    static void fill() {
        database = Engine.POSTGRESQL.empty();
        Engine.POSTGRESQL.sql("insert into account (domain, username, role, created)"
                + " select 'im.example.com', 'user' || n, 'USER', now() from generate_series(1, 100000) n");
        Engine.POSTGRESQL.sql(
                "insert into account_verifier (domain, username, hash, salt, iterations, stored_key, server_key)"
                        + " select domain, username, 'SHA-1', '\\x01', 4096, decode(repeat('00', 20), 'hex'),"
                        + " decode(repeat('00', 20), 'hex') from account");
        Engine.POSTGRESQL.sql("update account set role = 'AUDITOR' where username = 'user99999'");
        Engine.POSTGRESQL.sql("update account set disabled = true where username like '%777'");
        Engine.POSTGRESQL.vacuum();
    }

    @AfterAll
    static void empty() {
        Engine.POSTGRESQL.empty();
    }

    @Test
    void thePageInTheMiddleIsQuick() {
        assertThat(quickly("page", () -> database.accounts().page(ALL, "user5", 50)))
                .isEqualTo(50);
    }

    @Test
    void aPartOfANameIsFoundQuickly() {
        var search = ALL.text("9999");
        assertThat(quickly("search by text", () -> database.accounts().page(search, "", 50)))
                .isEqualTo(19);
    }

    @Test
    void aTextThatNobodyHasIsMissedQuickly() {
        var search = ALL.text("nobody");
        assertThat(quickly("search in vain", () -> database.accounts().page(search, "", 50)))
                .isZero();
    }

    @Test
    void whatIsFoundByTextIsCountedQuickly() {
        var search = ALL.text("9999");
        quickly("count by text", () -> {
            assertThat(database.accounts().count(search)).isEqualTo(19);
            return List.of();
        });
    }

    @Test
    void theOnlyOneOfARoleIsFoundQuickly() {
        var search = ALL.roles(Set.of(Role.AUDITOR));
        assertThat(quickly("search by role", () -> database.accounts().page(search, "", 50)))
                .isEqualTo(1);
    }

    @Test
    void thoseWhoAreLockedAreFoundQuickly() {
        var search = ALL.standing(Standing.CLOSED, Instant.EPOCH);
        assertThat(quickly("search by lock", () -> database.accounts().page(search, "", 200)))
                .isEqualTo(100);
    }

    @Test
    void allAreCountedQuickly() {
        quickly("count", () -> {
            assertThat(database.accounts().count(ALL)).isEqualTo(100_000);
            return List.of();
        });
    }

    private static int quickly(String what, Supplier<? extends List<?>> question) {
        return Pace.quickly(what + " of 100000 accounts", () -> database.transaction(question)
                .size());
    }
}
