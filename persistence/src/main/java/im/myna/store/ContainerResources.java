package im.myna.store;

import im.myna.figures.Figures;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;

/** What the stores get from the container; outside of one, {@link Database} stands in. And the figures, as they are the first to count. */
@ApplicationScoped
// The container reads the fields.
@SuppressWarnings("UnusedVariable")
class ContainerResources {
    @Produces
    @PersistenceContext(unitName = "myna")
    private EntityManager entities;

    @Produces
    @Resource(lookup = "java:app/jdbc/myna")
    private DataSource source;

    @Produces
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Produces
    @Singleton
    Figures figures() {
        return new Figures();
    }
}
