package im.myna.store;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the tables up to date. The application runs it before anything else touches a store. */
@Stateless
// Flyway commits by itself.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Migration {
    @Inject
    private DataSource source;

    public void run() {
        run(Flyway.configure(Migration.class.getClassLoader()).dataSource(source));
    }

    static void run(String url, String user, String password) {
        run(Flyway.configure(Migration.class.getClassLoader()).dataSource(url, user, password));
    }

    private static void run(FluentConfiguration flyway) {
        flyway.locations("classpath:db/migration")
                .placeholders(Map.of("bytes", bytes(flyway.getDataSource())))
                .load()
                .migrate();
    }

    /** The type of long byte strings; H2's BYTEA ends at a mebibyte. */
    private static String bytes(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("H2") ? "BLOB" : "BYTEA";
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the database cannot be reached", unreachable);
        }
    }
}
