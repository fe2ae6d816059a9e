package im.myna.administration.server;

import im.myna.administration.Actor;
import im.myna.store.inventory.Inventory;
import im.myna.store.inventory.Stock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The database, for those who govern the server. */
@ApplicationScoped
public class DatabaseState {
    @Inject
    private Inventory inventory;

    public Stock look(Actor actor) {
        actor.mustSeeAll();
        return inventory.take();
    }
}
