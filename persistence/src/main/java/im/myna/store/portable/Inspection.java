package im.myna.store.portable;

import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.stanza.Presence;
import im.myna.store.offline.Letter;
import im.myna.store.roster.RosterItem;
import im.myna.vcard.VCard;
import java.util.function.LongConsumer;

/** Looks whether a file is right, before anything is done. */
public final class Inspection implements Arrivals {
    private final Terms terms;
    private final LongConsumer progress;
    private long users;

    /** @param progress hears how many users were looked at */
    public Inspection(Terms terms, LongConsumer progress) {
        this.terms = terms;
        this.progress = progress;
    }

    @Override
    public void begin(Jid user, String password) {
        terms.check(user);
    }

    @Override
    public void standing(Standing standing) {}

    @Override
    public void verifier(ScramVerifier verifier) {}

    @Override
    public void item(RosterItem item) {}

    @Override
    public void request(Presence request) {}

    @Override
    public void letter(Letter letter) {}

    @Override
    public void card(VCard card) {}

    @Override
    public void end() {
        users++;
        progress.accept(users);
    }
}
