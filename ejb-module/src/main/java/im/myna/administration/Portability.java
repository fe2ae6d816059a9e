package im.myna.administration;

import im.myna.administration.Chronicle.Deed;
import im.myna.settings.LiveSettings;
import im.myna.store.portable.PortableStore;
import im.myna.store.portable.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** All users at once, to another server or from one (XEP-0227). What goes out lets others guess passwords, so not everybody may. */
@ApplicationScoped
public class Portability {
    @Inject
    private PortableStore store;

    @Inject
    private Chronicle chronicle;

    @Inject
    private LiveSettings settings;

    /** Writes a document with the users of all domains. @return how many they are */
    public long export(Actor actor, OutputStream out) throws IOException {
        actor.mustGovernAll();
        chronicle.note(actor, Deed.of("users.export", actor.jid()));
        return store.export(settings.now().domains(), out, users -> {});
    }

    /**
     * Takes in a document, or nothing of it.
     *
     * @param skipExisting leaves accounts as they are that exist
     * @throws im.myna.store.portable.PortableException when it is wrong
     */
    @Transactional
    public PortableStore.Outcome admit(Actor actor, InputStream document, boolean skipExisting) {
        actor.mustGovernAll();
        var terms = new Terms(
                settings.now().domains(), skipExisting, settings.now().login().iterations());
        var outcome = store.admit(document, terms, users -> {});
        chronicle.note(
                actor,
                Deed.of("users.import", actor.jid())
                        .to("users=" + (outcome.tally().users() - outcome.skipped())));
        return outcome;
    }
}
