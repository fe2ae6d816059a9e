package im.myna.store.group;

import im.myna.jid.Jid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A group of one domain. */
@Embeddable
record GroupKey(
        @Column(name = "domain", nullable = false, length = 1023)
        String domain,

        @Column(name = "name", nullable = false, length = Group.NAME)
        String name) {
    static GroupKey of(Jid group) {
        return new GroupKey(group.domain(), group.local());
    }

    Jid jid() {
        return Jid.of(name, domain, "");
    }
}
