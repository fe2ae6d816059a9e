package im.myna.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The databases that the stores run on; each is opened once, and for a test emptied. */
public enum Engine {
    H2 {
        @Override
        Database open() {
            return Database.open("jdbc:h2:mem:stores;DB_CLOSE_DELAY=-1", "sa", "");
        }
    },
    POSTGRESQL {
        @Override
        Database open() {
            try {
                // Ends with this process. Started by root, it runs in a user name space of its own, where it isn't
                // root.
                @SuppressWarnings("resource")
                var server = EmbeddedPostgres.start();
                url = server.getJdbcUrl("postgres", "postgres");
                return Database.open(url, "postgres", "postgres");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    };

    String url;
    private Database database;

    abstract Database open();

    /** The database, with nothing in it. */
    public synchronized Database empty() {
        if (database == null) {
            database = open();
        }
        sql("delete from account");
        sql("delete from audit");
        sql("delete from contact_group");
        sql("delete from setting");
        sql("delete from directory");
        sql("delete from directory_round");
        sql("delete from secret where name <> ''");
        return database;
    }

    /** Does something to the open database that no store does. */
    public synchronized int sql(String statement) {
        return database.transaction(
                () -> database.entities().createNativeQuery(statement).executeUpdate());
    }

    /** Looks at all that is there, as PostgreSQL does by itself a minute after so much was written. */
    public void vacuum() {
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
