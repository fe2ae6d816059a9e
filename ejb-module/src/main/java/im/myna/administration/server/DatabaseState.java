package im.myna.administration.server;

import im.myna.administration.Actor;
import im.myna.store.inventory.Inventory;
import im.myna.store.inventory.Stock;
import im.myna.store.measure.ConnectionFigures;
import im.myna.store.measure.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The database, for those who govern the server. */
@ApplicationScoped
public class DatabaseState {
    @Inject
    private Inventory inventory;

    @Inject
    private Pool pool;

    /** How it goes with the connections to it. */
    public ConnectionFigures connections(Actor actor) {
        actor.mustSeeAll();
        return pool.read();
    }

    public Stock look(Actor actor) {
        actor.mustSeeAll();
        return inventory.take();
    }
}
