package im.myna.web.admin;

import im.myna.administration.Belongings;
import im.myna.jid.Jid;
import im.myna.vcard.VCard;
import im.myna.web.admin.frame.Deeds;
import im.myna.web.admin.frame.Phrases;
import im.myna.web.admin.frame.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Who the user of the page is, as everybody sees it. */
@Named
@RequestScoped
public class UserCard {
    @Inject
    private UserPage page;

    @Inject
    private Belongings belongings;

    @Inject
    private Viewer viewer;

    @Inject
    private Deeds deeds;

    @Inject
    private Phrases phrases;

    // At most one; read once for each look at the page.
    private List<VCard> found = List.of();
    private boolean looked;

    private List<VCard> card() {
        if (!looked) {
            looked = true;
            found = belongings.card(viewer.actor(), address()).stream().toList();
        }
        return found;
    }

    public boolean present() {
        return !card().isEmpty();
    }

    /** Empty when nothing is said. */
    public String name() {
        return card().stream().map(VCard::name).findFirst().orElse("");
    }

    /** An address that holds the photo itself; empty when there is none, or none of a kind that browsers are to be shown. */
    public String photo() {
        return card().stream()
                .flatMap(card -> card.photo().stream())
                .filter(photo -> !photo.type().isEmpty())
                .map(photo -> "data:" + photo.type() + ";base64," + photo.base64())
                .findFirst()
                .orElse("");
    }

    public void remove() {
        deeds.does(
                () -> belongings.removeCard(viewer.actor(), address()),
                () -> phrases.of("user.card.removed", address()));
        looked = false;
    }

    private Jid address() {
        return Addresses.of(page.getJid());
    }
}
