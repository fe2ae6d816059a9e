package im.myna.store.directory;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

@Entity
@Table(name = "directory")
class DefinitionEntity {
    @Id
    @Column(name = "name", nullable = false, length = KeptDefinition.NAME)
    private String name;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "directory_value", joinColumns = @JoinColumn(name = "name"))
    @MapKeyColumn(name = "title", length = 100)
    @Column(name = "content", nullable = false)
    private Map<String, String> values = new HashMap<>();

    @Column(name = "who", nullable = false, length = 3071)
    private String who;

    @Column(name = "changed", nullable = false)
    private Instant changed;

    DefinitionEntity() {}

    DefinitionEntity(KeptDefinition definition) {
        name = definition.name();
        values.putAll(definition.values());
        who = definition.who();
        changed = definition.at();
    }

    KeptDefinition definition() {
        return new KeptDefinition(name, values, who, changed);
    }
}
