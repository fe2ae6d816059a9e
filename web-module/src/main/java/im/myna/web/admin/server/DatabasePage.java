package im.myna.web.admin.server;

import im.myna.administration.server.DatabaseState;
import im.myna.store.inventory.Stock;
import im.myna.store.measure.ConnectionFigures;
import im.myna.store.measure.Pool;
import im.myna.web.admin.frame.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/** Shows the database. */
@Named
@RequestScoped
public class DatabasePage {
    private static final double KIBI = 1024;
    private static final double MILLIS = 1000;

    @Inject
    private DatabaseState database;

    @Inject
    private Viewer viewer;

    private Stock stock;

    /** Looked at once for each time the page is shown. */
    public Stock stock() {
        if (stock == null) {
            stock = database.look(viewer.actor());
        }
        return stock;
    }

    public ConnectionFigures connections() {
        return database.connections(viewer.actor());
    }

    /** The most connections there are. */
    public int most() {
        return Pool.SIZE;
    }

    /** How long one waited for a connection on average, in milliseconds. */
    public String waited() {
        var waits = connections().waits();
        return String.format(Locale.ROOT, "%.2f", waits.count() == 0 ? 0 : waits.seconds() * MILLIS / waits.count());
    }

    /** Empty where nobody knows. */
    public String rows(Stock.Table table) {
        return table.rows() == Stock.UNKNOWN ? "" : String.valueOf(table.rows());
    }

    public String kibibytes(Stock.Table table) {
        return table.bytes() == Stock.UNKNOWN ? "" : String.valueOf(Math.round(table.bytes() / KIBI));
    }
}
