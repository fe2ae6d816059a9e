package im.myna.store.directory;

import im.myna.jid.Jid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

@Entity
@Table(name = "directory_team")
@IdClass(TeamEntity.Key.class)
class TeamEntity {
    @Id
    @Column(name = "domain", nullable = false, length = 1023)
    private String domain;

    @Id
    @Column(name = "name", nullable = false, length = 100)
    private String name;

    @Column(name = "directory", nullable = false, length = KeptDefinition.NAME)
    private String directory;

    @Column(name = "dn", nullable = false)
    private String dn;

    TeamEntity() {}

    TeamEntity(KeptTeam team) {
        domain = team.group().domain();
        name = team.group().local();
        directory = team.directory();
        dn = team.dn();
    }

    KeptTeam team() {
        return new KeptTeam(Jid.of(name, domain, ""), directory, dn);
    }

    /** A group of one domain. */
    record Key(String domain, String name) implements Serializable {}
}
