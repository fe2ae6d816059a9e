package im.myna.web.admin.server;

import im.myna.administration.server.DatabaseState;
import im.myna.store.inventory.Stock;
import im.myna.web.admin.frame.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Shows the database. */
@Named
@RequestScoped
public class DatabasePage {
    private static final double KIBI = 1024;

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

    /** Empty where nobody knows. */
    public String rows(Stock.Table table) {
        return table.rows() == Stock.UNKNOWN ? "" : String.valueOf(table.rows());
    }

    public String kibibytes(Stock.Table table) {
        return table.bytes() == Stock.UNKNOWN ? "" : String.valueOf(Math.round(table.bytes() / KIBI));
    }
}
