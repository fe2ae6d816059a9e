package im.myna.store.group;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;

@Entity
@Table(name = "contact_group")
class GroupEntity {
    @EmbeddedId
    private GroupKey key;

    @Column(name = "display_name", nullable = false, length = Group.DISPLAY_NAME)
    private String displayName;

    @Column(name = "description", nullable = false, length = Group.DESCRIPTION)
    private String description;

    @Enumerated(EnumType.STRING)
    @Column(name = "sharing", nullable = false, length = 16)
    private Sharing sharing;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "contact_group_audience",
            joinColumns = {@JoinColumn(name = "domain"), @JoinColumn(name = "name")})
    @Column(name = "audience", nullable = false, length = Group.NAME)
    @BatchSize(size = 100)
    private Set<String> audience = new HashSet<>();

    GroupEntity() {}

    GroupEntity(Group group) {
        key = GroupKey.of(group.id());
        become(group);
    }

    final void become(Group group) {
        displayName = group.displayName();
        description = group.description();
        sharing = group.sharing();
        var names = group.audience().stream().map(other -> other.local()).collect(Collectors.toSet());
        audience.retainAll(names);
        audience.addAll(names);
    }

    Group group() {
        var others = audience.stream()
                .map(name -> new GroupKey(key.domain(), name).jid())
                .collect(Collectors.toSet());
        return new Group(key.jid(), displayName, description, sharing, others);
    }
}
