package im.myna.store.measure;

import im.myna.figures.Histogram;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import org.hibernate.engine.jdbc.connections.internal.DatasourceConnectionProviderImpl;

/** Where Hibernate gets connections to the database: from the container's pool; how that goes is counted. */
public final class CountedConnections extends DatasourceConnectionProviderImpl {
    private static final long serialVersionUID = 1L;

    private final transient LongAdder lent = new LongAdder();
    private final transient LongAdder failures = new LongAdder();
    private final transient Histogram waits = new Histogram();

    @Override
    public Connection getConnection() throws SQLException {
        long begun = System.nanoTime();
        try {
            var connection = super.getConnection();
            lent.increment();
            return connection;
        } catch (SQLException e) {
            failures.increment();
            throw e;
        } finally {
            waits.add(System.nanoTime() - begun);
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        lent.decrement();
        super.closeConnection(connection);
    }

    ConnectionFigures read() {
        return new ConnectionFigures(lent.sum(), failures.sum(), waits.read());
    }
}
