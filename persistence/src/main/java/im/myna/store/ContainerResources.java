package im.myna.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;

/** What the stores get from the container; outside of one, {@link Database} stands in. */
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
}
