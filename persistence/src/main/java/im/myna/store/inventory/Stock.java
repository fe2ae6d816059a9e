package im.myna.store.inventory;

import java.util.List;

/**
 * What the database is, and what is in it.
 *
 * @param product such as "PostgreSQL"
 * @param migration the last change to the tables, such as "4: settings"
 * @param tables in the order of their names
 */
public record Stock(String product, String version, String migration, List<Table> tables) {
    /** What the database does not know. */
    public static final long UNKNOWN = -1;

    /**
     * A table.
     *
     * @param rows as the database estimates them
     * @param bytes with its indexes
     */
    public record Table(String name, long rows, long bytes) {}

    public Stock {
        tables = List.copyOf(tables);
    }
}
