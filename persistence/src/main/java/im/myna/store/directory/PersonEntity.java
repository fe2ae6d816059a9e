package im.myna.store.directory;

import im.myna.store.account.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

@Entity
@Table(name = "directory_person")
class PersonEntity {
    @EmbeddedId
    private AccountKey key;

    @Column(name = "directory", nullable = false, length = KeptDefinition.NAME)
    private String directory;

    @Column(name = "dn", nullable = false)
    private String dn;

    @Column(name = "name", nullable = false)
    private String name;

    @Column(name = "mail", nullable = false)
    private String mail;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false, length = 16)
    private KeptPerson.State state;

    @Column(name = "closed", nullable = false)
    private boolean closed;

    PersonEntity() {}

    PersonEntity(KeptPerson person) {
        key = AccountKey.of(person.account());
        directory = person.directory();
        dn = person.dn();
        name = person.name();
        mail = person.mail();
        state = person.state();
        closed = person.closed();
    }

    KeptPerson person() {
        return new KeptPerson(key.jid(), directory, dn, name, mail, state, closed);
    }
}
