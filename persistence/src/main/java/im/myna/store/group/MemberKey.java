package im.myna.store.group;

import im.myna.jid.Jid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** One account in one group of its domain. */
@Embeddable
record MemberKey(
        GroupKey owner,

        @Column(name = "username", nullable = false, length = 1023)
        String username) {
    static MemberKey of(Jid group, Jid account) {
        return new MemberKey(GroupKey.of(group), account.local());
    }
}
