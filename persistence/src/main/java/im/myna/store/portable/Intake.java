package im.myna.store.portable;

import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.stanza.Presence;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Lock;
import im.myna.store.account.Role;
import im.myna.store.offline.Letter;
import im.myna.store.offline.OfflineStore;
import im.myna.store.roster.RosterChange;
import im.myna.store.roster.RosterItem;
import im.myna.store.roster.RosterLimits;
import im.myna.store.roster.RosterStore;
import im.myna.store.vcard.VCardStore;
import im.myna.vcard.Format;
import im.myna.vcard.VCard;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Puts users into the database, in one transaction of the caller's. Holds at most {@value #BATCH} contacts and letters of one. */
final class Intake implements Arrivals {
    private static final int BATCH = 100;
    /** The operator's word counts more than limits that are meant for clients. */
    private static final RosterLimits UNLIMITED = new RosterLimits(0, 0);

    private final Terms terms;
    private final LongConsumer progress;
    private final EntityManager entities;
    private final AccountStore accounts;
    private final RosterStore rosters;
    private final OfflineStore offline;
    private final VCardStore cards;

    private final List<ScramVerifier> verifiers = new ArrayList<>();
    private final List<RosterChange> changes = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private Jid user = Jid.NONE;
    private String password = "";
    private Standing standing = new Standing(Role.USER, Lock.NONE, Instant.EPOCH);
    private State state = State.SAID;
    private Optional<VCard> card = Optional.empty();
    private boolean late;
    private boolean roster;
    private boolean box;
    private long heard;
    private long skipped;

    /** What became of the user until now. */
    private enum State {
        SAID,
        MADE,
        SKIPPED
    }

    Intake(EntityManager entities, Terms terms, LongConsumer progress) {
        this.entities = entities;
        this.terms = terms;
        this.progress = progress;
        accounts = new AccountStore(entities);
        rosters = new RosterStore(entities);
        offline = new OfflineStore(entities);
        cards = new VCardStore(entities);
    }

    @Override
    public void begin(Jid arriving, String typed) {
        terms.check(arriving);
        user = arriving;
        password = typed;
        standing = new Standing(Role.USER, Lock.NONE, Instant.now());
        state = State.SAID;
        late = false;
        roster = false;
        box = false;
    }

    @Override
    public void standing(Standing said) {
        standing = said;
        late |= state == State.MADE;
    }

    @Override
    public void verifier(ScramVerifier verifier) {
        verifiers.add(verifier);
        late |= state == State.MADE;
    }

    @Override
    public void item(RosterItem item) {
        change(new RosterChange.Put(item));
    }

    @Override
    public void request(Presence request) {
        change(new RosterChange.Ask(request));
    }

    private void change(RosterChange change) {
        changes.add(change);
        if (changes.size() == BATCH) {
            write();
        }
    }

    @Override
    public void letter(Letter letter) {
        letters.add(letter);
        if (letters.size() == BATCH) {
            write();
        }
    }

    @Override
    public void card(VCard arrived) {
        if (card.isEmpty() || arrived.format() == Format.FOUR) {
            card = Optional.of(arrived);
        }
    }

    @Override
    public void end() {
        if (verifiers.isEmpty() && !password.isEmpty() && state != State.SKIPPED) {
            late |= state == State.MADE;
            verifiers.addAll(ScramVerifier.all(password, terms.iterations()));
        }
        write();
        if (late) {
            accounts.changeVerifiers(user, verifiers);
            accounts.changeRole(user, standing.role());
            accounts.changeLock(user, standing.lock());
        }
        card.filter(arrived -> state == State.MADE).ifPresent(arrived -> cards.keep(user, arrived));
        card = Optional.empty();
        verifiers.clear();
        entities.flush();
        entities.clear();
        heard++;
        skipped += state == State.SKIPPED ? 1 : 0;
        progress.accept(heard);
    }

    long skipped() {
        return skipped;
    }

    private void write() {
        if (state == State.SAID) {
            state = make();
        }
        if (state == State.MADE) {
            writeChanges();
            writeLetters();
        }
        changes.clear();
        letters.clear();
    }

    private State make() {
        var account = new Account(user, standing.role(), verifiers, standing.created(), standing.lock());
        if (accounts.add(account)) {
            return State.MADE;
        }
        if (!terms.skipExisting()) {
            throw new IllegalArgumentException("there is an account " + user + " already");
        }
        return State.SKIPPED;
    }

    private void writeChanges() {
        if (changes.isEmpty()) {
            return;
        }
        if (roster) {
            rosters.change(user, UNLIMITED, changes);
        } else {
            rosters.begin(user, changes);
            roster = true;
        }
    }

    private void writeLetters() {
        if (letters.isEmpty()) {
            return;
        }
        if (box) {
            offline.keepAll(letters, 0);
        } else {
            offline.begin(user, letters);
            box = true;
        }
    }
}
