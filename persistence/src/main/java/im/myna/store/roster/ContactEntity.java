package im.myna.store.roster;

import im.myna.jid.Jid;
import im.myna.stanza.Head;
import im.myna.stanza.Payload;
import im.myna.stanza.Presence;
import im.myna.store.account.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.Length;

/** All that an account knows of one contact: the item or its removal, and the request. */
@Entity
@Table(name = "roster_contact")
class ContactEntity {
    /** Not allowed in XML (1.0, section 2.2), so no name of a group has it. */
    private static final String SEPARATOR = "\u001f";

    @EmbeddedId
    private ContactKey key;

    @Column(name = "contact", nullable = false, length = 3071)
    private String contact;

    @Column(name = "listed", nullable = false)
    private boolean listed;

    @Column(name = "name", nullable = false)
    private String name = "";

    @Column(name = "group_names", nullable = false)
    private String groups = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "subscription", nullable = false, length = 4)
    private Subscription subscription = Subscription.NONE;

    @Column(name = "ask", nullable = false)
    private boolean ask;

    @Column(name = "approved", nullable = false)
    private boolean approved;

    @Column(name = "version", nullable = false)
    private long version;

    @Column(name = "request", length = Length.LONG32)
    private byte[] request;

    @Column(name = "request_id", nullable = false)
    private String requestId = "";

    @Column(name = "request_lang", nullable = false)
    private String requestLang = "";

    ContactEntity() {}

    ContactEntity(AccountKey owner, Jid jid) {
        key = ContactKey.of(owner, jid);
        contact = jid.toString();
    }

    Jid contact() {
        return Jid.of(contact);
    }

    long version() {
        return version;
    }

    boolean isListed() {
        return listed;
    }

    boolean isRemoved() {
        return !listed && version != 0;
    }

    boolean isRequested() {
        return request != null;
    }

    boolean isForgotten() {
        return !listed && version == 0 && request == null;
    }

    RosterItem item() {
        var members = groups.isEmpty() ? List.<String>of() : List.of(groups.split(SEPARATOR, -1));
        return new RosterItem(contact(), name, members, subscription, ask, approved, version);
    }

    Presence request() {
        var head = new Head(contact(), key.owner().jid(), requestId, "subscribe", requestLang);
        return new Presence(head, Payload.parse(request));
    }

    void put(RosterItem item, long at) {
        listed = true;
        version = at;
        name = item.name();
        groups = String.join(SEPARATOR, item.groups());
        subscription = item.subscription();
        ask = item.ask();
        approved = item.approved();
    }

    void remove(long at) {
        put(RosterItem.of(contact()), at);
        listed = false;
    }

    /** The removal is no longer remembered. */
    void forget() {
        version = 0;
    }

    void ask(Presence asked) {
        request = asked.payload().bytes();
        requestId = asked.head().id();
        requestLang = asked.head().lang();
    }

    void settle() {
        request = null;
        requestId = "";
        requestLang = "";
    }
}
