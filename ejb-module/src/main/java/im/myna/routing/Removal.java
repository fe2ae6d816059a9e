package im.myna.routing;

import im.myna.jid.Jid;
import im.myna.session.Expulsions;
import im.myna.store.account.AccountStore;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The end of an account. */
@ApplicationScoped
public class Removal {
    @Inject
    private DispatchTable table;

    @Inject
    private AccountStore accounts;

    @Inject
    private Expulsions expulsions;

    /**
     * First others hear of it, then everything that is stored of the account goes, then its sessions end.
     *
     * @param account a bare address
     * @param farewell between the removal and the end of the sessions
     */
    public Reaction of(Jid account, Reaction farewell) {
        return Reaction.all(table.forgetting().stream()
                        .map(handler -> Reaction.then(() -> handler.react(account)))
                        .toList())
                .and(Reaction.then(() -> {
                    accounts.remove(account);
                    return farewell.and(Reaction.then(() -> end(account)));
                }));
    }

    private Reaction end(Jid account) {
        // XEP-0077, 3.2: a <not-authorized/> stream error terminates all active sessions.
        expulsions.expel(account, new StreamException(StreamCondition.NOT_AUTHORIZED));
        return Reaction.NONE;
    }
}
