package im.myna.cards;

import im.myna.jid.Jid;
import im.myna.vcard.VCard;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Knows some people, and says who they are. */
@ApplicationScoped
public class Register implements VCardSource {
    private final Map<Jid, VCard> people = new ConcurrentHashMap<>();
    private volatile boolean yielding;

    void enter(Jid account, VCard card) {
        people.put(account, card);
    }

    void yields(boolean wanted) {
        yielding = wanted;
    }

    @Override
    public boolean speaksFor(Jid account) {
        return people.containsKey(account);
    }

    @Override
    public Optional<VCard> find(Jid account) {
        return Optional.ofNullable(people.get(account));
    }

    @Override
    public boolean yields(Jid account) {
        return yielding;
    }
}
