package im.myna.store.group;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "contact_group_member")
class MemberEntity {
    @EmbeddedId
    private MemberKey key;

    MemberEntity() {}

    MemberEntity(MemberKey key) {
        this.key = key;
    }
}
