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

    public ConnectionFigures read() {
        return entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(ConnectionProvider.class)
                .unwrap(CountedConnections.class)
                .read();
    }
}
