package im.myna.store.roster;

import im.myna.jid.Jid;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes changes into one roster whose head is locked, or which nobody else knows of yet. */
final class RosterPen {
    private final EntityManager entities;
    private final RosterEntity head;
    private final List<RosterChange> changes;
    private final Map<Jid, ContactEntity> contacts = new HashMap<>();

    private RosterPen(EntityManager entities, RosterEntity head, List<RosterChange> changes) {
        this.entities = entities;
        this.head = head;
        this.changes = changes;
    }

    static RosterPen on(EntityManager entities, RosterEntity head, List<RosterChange> changes) {
        var pen = new RosterPen(entities, head, changes);
        for (var change : changes) {
            var known = entities.find(ContactEntity.class, ContactKey.of(head.key(), change.contact()));
            if (known != null) {
                pen.contacts.put(change.contact(), known);
            }
        }
        return pen;
    }

    /** On a roster in which nothing stands. */
    static RosterPen onNew(EntityManager entities, RosterEntity head, List<RosterChange> changes) {
        return new RosterPen(entities, head, changes);
    }

    /** Only what makes the roster longer is refused: somebody above a lowered limit can still change and remove. */
    boolean allows(RosterLimits limits) {
        int items = 0;
        int requests = 0;
        for (var change : changes) {
            var known = contacts.get(change.contact());
            if (change instanceof RosterChange.Put && (known == null || !known.isListed())) {
                items++;
            } else if (change instanceof RosterChange.Ask && (known == null || !known.isRequested())) {
                requests++;
            }
        }
        return (items == 0 || limits.allowsItems(head.items() + items))
                && (requests == 0 || limits.allowsRequests(head.requests() + requests));
    }

    void write() {
        for (var change : changes) {
            var contact = contacts.computeIfAbsent(change.contact(), this::begin);
            head.count(contact, -1);
            apply(change, contact);
            head.count(contact, 1);
        }
        while (head.removals() > Roster.REMOVALS) {
            forgetFirstRemoval();
        }
        // Not before the last change: a row that is removed and made again would be inserted before it is deleted.
        contacts.values().stream().filter(ContactEntity::isForgotten).forEach(entities::remove);
    }

    private ContactEntity begin(Jid contact) {
        var made = new ContactEntity(head.key(), contact);
        entities.persist(made);
        return made;
    }

    private void apply(RosterChange change, ContactEntity contact) {
        if (change instanceof RosterChange.Put put) {
            contact.put(put.item(), head.next());
        } else if (change instanceof RosterChange.Remove) {
            contact.remove(head.next());
        } else if (change instanceof RosterChange.Ask ask) {
            contact.ask(ask.request());
        } else {
            contact.settle();
        }
    }

    private void forgetFirstRemoval() {
        var first = entities.createQuery(
                        "select c from ContactEntity c where c.key.owner = :owner and c.listed = false and c.version > 0"
                                + " order by c.version",
                        ContactEntity.class)
                .setParameter("owner", head.key())
                .setMaxResults(1)
                .getSingleResult();
        head.forgotten(first.version());
        head.count(first, -1);
        first.forget();
        head.count(first, 1);
        contacts.put(first.contact(), first);
    }
}
