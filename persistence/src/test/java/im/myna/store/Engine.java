package im.myna.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

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
                return Database.open(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    };

    private Database database;

    abstract Database open();

    /** The database, with nothing in it. */
    public synchronized Database empty() {
        if (database == null) {
            database = open();
        }
        return database.transaction(() -> {
            var entities = database.entities();
            entities.createNativeQuery("delete from account").executeUpdate();
            entities.createNativeQuery("delete from audit").executeUpdate();
            entities.createNativeQuery("delete from secret where name <> ''").executeUpdate();
            return database;
        });
    }
}
