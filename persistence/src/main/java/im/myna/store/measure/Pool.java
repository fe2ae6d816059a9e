package im.myna.store.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** The connections to the database that the container keeps. */
@ApplicationScoped
public class Pool {
    /** The most there are at a time; whoever wants one more waits. */
    public static final int SIZE = 32;

    @Inject
    private EntityManager entities;

    /** Where the container keeps none, nothing was counted. */
    public ConnectionFigures read() {
        var connections = entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(ConnectionProvider.class);
        return connections.isUnwrappableAs(CountedConnections.class)
                ? connections.unwrap(CountedConnections.class).read()
                : ConnectionFigures.NONE;
    }
}
