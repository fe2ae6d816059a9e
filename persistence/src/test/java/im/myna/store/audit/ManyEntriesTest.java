package im.myna.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.store.Database;
import im.myna.store.Engine;
import im.myna.store.Pace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 100,000 entries in PostgreSQL: each page of the audit log answers within 300 ms, also when nothing or only the oldest fits. */
class ManyEntriesTest {
    private static Database database;

    @BeforeAll
    static void fill() {
        database = Engine.POSTGRESQL.empty();
        Engine.POSTGRESQL.sql(
                "insert into audit"
                        + " (happened, who, address, action, subject, domain, value_before, value_after)"
                        + " select now(), 'admin' || n % 10 || '@im.example.com', '192.0.2.1', 'user.add',"
                        + " 'user' || n || '@im.example.com', 'im.example.com', '', 'role=USER' from generate_series(1, 100000) n");
        Engine.POSTGRESQL.vacuum();
    }

    @AfterAll
    static void empty() {
        Engine.POSTGRESQL.empty();
    }

    @ParameterizedTest
    @CsvSource({
        "'','','','',100",
        "im.example.com,'','','',100",
        "other.example,'','','',0",
        "'',admin3@im.example.com,'','',100",
        "'',nobody@im.example.com,'','',0",
        "'','',user1@im.example.com,'',1",
        "im.example.com,'',user1@im.example.com,'',1",
        "'','','',user.remove,0"
    })
    void everyPageIsQuick(String domain, String who, String subject, String action, int found) {
        var search = new AuditSearch(domain, who, subject, action);
        assertThat(Pace.quickly("100000 entries, " + search, () -> database.transaction(
                                () -> database.audits().page(search, Long.MAX_VALUE, 100))
                        .size()))
                .isEqualTo(found);
    }
}
