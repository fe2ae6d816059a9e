package im.myna.store.secret;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "secret")
class SecretEntity {
    @Id
    @Column(name = "name", nullable = false, length = 100)
    private String name;

    @Column(name = "content")
    private byte[] content;

    SecretEntity() {}

    SecretEntity(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    byte[] content() {
        return content.clone();
    }
}
