package im.myna.store.portable;

import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.offline.OfflineStore;
import im.myna.store.roster.RosterItem;
import im.myna.store.roster.RosterStore;
import im.myna.store.vcard.VCardStore;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;

/** Goes through the database and tells of everybody. Holds {@value #PAGE} accounts, the roster of one, {@value #PAGE} letters. */
final class Census {
    private static final int PAGE = 100;

    private final EntityManager entities;
    private final Arrivals arrivals;
    private final LongConsumer progress;
    private final AccountStore accounts;
    private final RosterStore rosters;
    private final OfflineStore offline;
    private final VCardStore cards;
    private long users;

    Census(EntityManager entities, Arrivals arrivals, LongConsumer progress) {
        this.entities = entities;
        this.arrivals = arrivals;
        this.progress = progress;
        accounts = new AccountStore(entities);
        rosters = new RosterStore(entities);
        offline = new OfflineStore(entities);
        cards = new VCardStore(entities);
    }

    long take(List<String> domains) {
        for (var domain : domains) {
            for (var page = accounts.all(domain, "", PAGE); !page.isEmpty(); page = after(domain, page)) {
                page.forEach(this::tell);
            }
        }
        return users;
    }

    private List<Account> after(String domain, List<Account> page) {
        return accounts.all(domain, page.get(page.size() - 1).jid().local(), PAGE);
    }

    private void tell(Account account) {
        arrivals.begin(account.jid(), "");
        arrivals.standing(new Standing(account.role(), account.lock(), account.created()));
        account.verifiers().stream()
                .sorted(Comparator.comparing(ScramVerifier::hash))
                .forEach(arrivals::verifier);
        var roster = rosters.load(account.jid());
        roster.items().values().stream()
                .sorted(Comparator.comparing(RosterItem::contact))
                .forEach(arrivals::item);
        roster.requests().values().stream()
                .sorted(Comparator.comparing(request -> request.head().from()))
                .forEach(arrivals::request);
        cards.find(account.jid()).ifPresent(arrivals::card);
        letters(account.jid());
        arrivals.end();
        entities.clear();
        users++;
        progress.accept(users);
    }

    private void letters(Jid owner) {
        var page = offline.page(owner, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(kept -> arrivals.letter(kept.letter()));
            entities.clear();
            page = offline.page(owner, page.get(page.size() - 1).number(), PAGE);
        }
    }
}
