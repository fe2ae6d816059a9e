package im.myna.store.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.myna.store.inventory.TrialException.Fault;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a PostgreSQL of its own, where databases and users are made. */
class TrialTest {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        // Whom it lets in without asking is nobody, once the rules are these.
        postgres = EmbeddedPostgres.builder().start();
        sql("postgres", "create user myna password 'right'", "create user guest password 'right'");
        sql("postgres", "create database empty owner myna", "create database lived_in", "create database strange");
        sql(
                "postgres",
                "create database latin encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0 owner myna");
        sql("lived_in", "create table flyway_schema_history (x int)", "create table account (x int)");
        sql("lived_in", "grant all on schema public to myna");
        sql("strange", "create table customer (x int)", "grant all on schema public to myna");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static void sql(String database, String... lines) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.getJdbcUrl("postgres", database));
                var statement = connection.createStatement()) {
            for (var line : lines) {
                statement.execute(line);
            }
        }
    }

    private static Candidate candidate(String name, String user) {
        return new Candidate("127.0.0.1", postgres.getPort(), name, user, "right");
    }

    private static Fault fault(Candidate candidate) {
        return catchThrowableOfType(TrialException.class, () -> Trial.of(candidate))
                .fault();
    }

    @Test
    void anEmptyDatabaseIsFoundGood() {
        var finding = Trial.of(candidate("empty", "myna"));
        assertThat(finding.version()).startsWith("16.");
        assertThat(finding.inhabited()).isFalse();
    }

    @Test
    void aDatabaseOfAServerIsKnownAgain() {
        assertThat(Trial.of(candidate("lived_in", "myna")).inhabited()).isTrue();
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(fault(candidate("strange", "myna"))).isEqualTo(Fault.OCCUPIED);
        assertThat(fault(candidate("nothing", "myna"))).isEqualTo(Fault.MISSING);
        assertThat(fault(candidate("latin", "myna"))).isEqualTo(Fault.ENCODING);
        // PostgreSQL 15: the public schema is closed to those who do not own the database.
        assertThat(fault(candidate("empty", "guest"))).isEqualTo(Fault.RIGHTS);
        assertThat(fault(candidate("empty", "nobody"))).isEqualTo(Fault.LOGIN);
    }

    @Test
    void whereNobodyListensNobodyIsReached() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(fault(new Candidate("127.0.0.1", free, "myna", "myna", ""))).isEqualTo(Fault.UNREACHABLE);
        assertThat(fault(new Candidate("no-such-host.invalid", 5432, "myna", "myna", "")))
                .isEqualTo(Fault.UNREACHABLE);
    }

    @Test
    void whoAcceptsAndSaysNothingIsGivenUpAndNobodyElseIsTriedMeanwhile() throws Exception {
        try (var silent = new ServerSocket(0)) {
            var candidate = new Candidate("127.0.0.1", silent.getLocalPort(), "myna", "myna", "");
            var first = CompletableFuture.supplyAsync(() -> fault(candidate));
            try (var accepted = silent.accept()) {
                assertThat(fault(candidate)).isEqualTo(Fault.BUSY);
                assertThat(accepted.isConnected()).isTrue();
            }
            assertThat(first.get()).isEqualTo(Fault.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "db?socketFactory=x; 5432; myna; myna; HOST",
                "a/b; 5432; myna; myna; HOST",
                "-a; 5432; myna; myna; HOST",
                "db; 0; myna; myna; PORT",
                "db; 65536; myna; myna; PORT",
                "db; 5432; myna?loggerFile=x; myna; NAME",
                "db; 5432; ../x; myna; NAME",
                "db; 5432; ''; myna; NAME",
                "db; 5432; myna; ''; USER",
            })
    void whatHasNotTheFormIsNotEvenTried(String host, int port, String name, String user, Fault expected) {
        assertThat(fault(new Candidate(host, port, name, user, "secret"))).isEqualTo(expected);
    }

    @Test
    void thePasswordIsNotSaid() {
        assertThat(candidate("empty", "myna").toString()).contains("empty").doesNotContain("right");
        assertThat(Candidate.FILE.isFile()).isTrue();
    }
}
