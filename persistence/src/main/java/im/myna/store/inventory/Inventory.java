package im.myna.store.inventory;

import im.myna.store.inventory.Stock.Table;
import im.myna.store.measure.Timed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.Session;

/** Says what the database is, and how much is in it. */
@Stateless
@Interceptors(Timed.class)
public class Inventory {
    private static final String H2_TABLES = "select lower(table_name), row_count_estimate, -1"
            + " from information_schema.tables where table_schema = 'PUBLIC' order by 1";
    // The estimate is -1 until the table was looked at for the first time.
    private static final String POSTGRESQL_TABLES =
            "select relname, cast(reltuples as bigint), pg_total_relation_size(oid)"
                    + " from pg_class where relkind = 'r' and relnamespace = to_regnamespace(current_schema()) order by 1";
    private static final String MIGRATION = "select \"version\", \"description\" from \"flyway_schema_history\""
            + " where \"success\" order by \"installed_rank\" desc";

    private final EntityManager entities;

    /** Outside of a container, the caller minds the transactions. */
    @Inject
    public Inventory(EntityManager entities) {
        this.entities = entities;
    }

    /** For the container's proxies. */
    protected Inventory() {
        this(null);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Stock take() {
        return entities.unwrap(Session.class).doReturningWork(Inventory::take);
    }

    private static Stock take(Connection connection) throws SQLException {
        var about = connection.getMetaData();
        var product = about.getDatabaseProductName();
        boolean h2 = product.toLowerCase(Locale.ROOT).equals("h2");
        return new Stock(
                product,
                about.getDatabaseProductVersion(),
                migration(connection),
                tables(connection, h2 ? H2_TABLES : POSTGRESQL_TABLES));
    }

    private static String migration(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(MIGRATION)) {
            query.setMaxRows(1);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) + ": " + rows.getString(2) : "";
            }
        }
    }

    private static List<Table> tables(Connection connection, String sql) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var query = connection.prepareStatement(sql);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getLong(2), rows.getLong(3)));
            }
        }
        return tables;
    }
}
