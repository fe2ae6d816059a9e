package im.myna.benchmark.server;

import im.myna.benchmark.client.Target;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Myna on a PostgreSQL in which there are many accounts besides those that chat. The database may use every core. */
final class MynaOnPostgresql implements Server {
    static final int ACCOUNTS = 1_000_000;

    private static final List<String> CROWD = List.of(
            "insert into account (domain, username, role, created) select '" + DOMAIN
                    + "', 'crowd-' || n, 'USER', now() from generate_series(1, " + ACCOUNTS + ") n",
            "insert into account_verifier (domain, username, hash, salt, iterations, stored_key, server_key)"
                    + " select '" + DOMAIN + "', 'crowd-' || n, hash, sha256(n::text::bytea), 10000,"
                    + " sha256((hash || n)::bytea), sha256((n || hash)::bytea)"
                    + " from generate_series(1, " + ACCOUNTS + ") n,"
                    + " (values ('SHA-1'), ('SHA-256'), ('SHA-512')) hashes (hash)",
            "vacuum analyze");

    private final EmbeddedPostgres database;
    private final Myna myna;

    private MynaOnPostgresql(EmbeddedPostgres database, Myna myna) {
        this.database = database;
        this.myna = myna;
    }

    static boolean installed() {
        return MynaOnPostgresql.class.getResource("/postgres-linux-x86_64.txz") != null
                && System.getProperty("os.arch").equals("amd64");
    }

    /** The tables are made by Myna; then the crowd moves in. */
    @SuppressWarnings("MustBeClosed") // It is closed with what is returned.
    static MynaOnPostgresql started(String cores) {
        try {
            var database = EmbeddedPostgres.start();
            var settings =
                    Map.of("MYNA_DB_URL", database.getJdbcUrl("postgres", "postgres"), "MYNA_DB_USER", "postgres");
            var started = new MynaOnPostgresql(database, Myna.started(cores, settings));
            started.fill();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : CROWD) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            close();
            throw new IllegalStateException("the accounts could not be made", e);
        }
    }

    @Override
    public Target target() {
        return myna.target();
    }

    @Override
    public long pid() {
        return myna.pid();
    }

    @Override
    public void restart() {
        myna.restart();
    }

    @Override
    public void close() {
        myna.close();
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
