package im.myna.cards;

import im.myna.jid.Jid;
import im.myna.routing.Reaction;
import im.myna.settings.LiveSettings;
import im.myna.stanza.Condition;
import im.myna.stanza.StanzaException;
import im.myna.store.vcard.VCardStore;
import im.myna.vcard.Photo;
import im.myna.vcard.VCard;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** The cards of all accounts, which are world-readable (XEP-0054, 5). What is not said to be otherwise blocks. */
@ApplicationScoped
public class Cards {
    @Inject
    private VCardStore store;

    @Inject
    @Any
    private Instance<VCardSource> sources;

    @Inject
    private LiveSettings settings;

    @Inject
    private Event<PhotoChange> photos;

    /** What everybody sees of an account. */
    public Optional<VCard> find(Jid account) {
        var source = source(account);
        if (source.isEmpty()) {
            return store.find(account);
        }
        var own = source.filter(other -> other.yields(account)).flatMap(other -> store.find(account));
        return own.or(() -> source.flatMap(other -> other.find(account)));
    }

    /** @throws StanzaException item-not-found when somebody has no card (XEP-0054, 3.1) */
    public VCard own(Jid account) {
        return find(account).orElseThrow(() -> new StanzaException(Condition.ITEM_NOT_FOUND));
    }

    /** @throws StanzaException service-unavailable (XEP-0054, 3.3): the same whether there is no card or no account */
    public VCard another(Jid account) {
        return find(account).orElseThrow(() -> new StanzaException(Condition.SERVICE_UNAVAILABLE));
    }

    /**
     * Looks whether this is a card that the account may have.
     *
     * @throws StanzaException when it is not: bad-request, policy-violation, not-allowed
     */
    public VCard checked(Jid account, Element element) {
        mustBeOwn(account);
        var card = VCard.of(element);
        int most = settings.now().limits().vcard();
        if (most > 0 && card.bytes().length > most) {
            throw new StanzaException(Condition.POLICY_VIOLATION, "a vCard has at most " + most + " bytes");
        }
        return card;
    }

    /** @throws StanzaException not-allowed when another says who this is */
    public void mustBeOwn(Jid account) {
        if (source(account).filter(other -> !other.yields(account)).isPresent()) {
            throw new StanzaException(Condition.NOT_ALLOWED, "the directory says who this is");
        }
    }

    /** Keeps what is {@link #checked}. Whoever calls it calls {@link #tell} when that is committed. False without such an account. */
    public boolean keep(Jid account, VCard card) {
        return store.keep(account, card);
    }

    /** Likewise. False when there is none. */
    public boolean remove(Jid account) {
        return store.remove(account);
    }

    /**
     * Keeps what a user says.
     *
     * @return what is done when he knows that it was kept
     * @throws StanzaException when it must not be
     */
    public Reaction change(Jid account, Element element) {
        if (!keep(account, checked(account, element))) {
            throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
        }
        return Reaction.then(() -> {
            tell(account);
            return Reaction.NONE;
        });
    }

    /** Something about the account may be otherwise than before. */
    public void tell(Jid account) {
        photos.fire(new PhotoChange(account, photo(account)));
    }

    /** The hash of the photo: the empty text for a card without one, nothing when there is no card. */
    public Optional<String> photo(Jid account) {
        return source(account).isEmpty()
                ? store.photoHash(account)
                : find(account).map(card -> card.photo().map(Photo::hash).orElse(""));
    }

    private Optional<VCardSource> source(Jid account) {
        return sources.isUnsatisfied()
                ? Optional.empty()
                : sources.stream().filter(source -> source.speaksFor(account)).findFirst();
    }
}
