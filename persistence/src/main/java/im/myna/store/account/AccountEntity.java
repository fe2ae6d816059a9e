package im.myna.store.account;

import im.myna.sasl.ScramVerifier;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.BatchSize;

@Entity
@Table(name = "account")
class AccountEntity {
    @EmbeddedId
    private AccountKey key;

    @Enumerated(EnumType.STRING)
    @Column(name = "role", nullable = false, length = 16)
    private Role role;

    @Column(name = "created", nullable = false)
    private Instant created;

    @Column(name = "disabled", nullable = false)
    private boolean disabled;

    @Column(name = "locked_until", nullable = false)
    private Instant lockedUntil;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "account_verifier",
            joinColumns = {@JoinColumn(name = "domain"), @JoinColumn(name = "username")})
    @MapKeyColumn(name = "hash", length = 16)
    @BatchSize(size = 100)
    private Map<String, VerifierPart> verifiers;

    AccountEntity() {}

    AccountEntity(Account account) {
        key = AccountKey.of(account.jid());
        role = account.role();
        created = account.created();
        lock(account.lock());
        verifiers = new HashMap<>();
        verifiers(account.verifiers());
    }

    Account account() {
        var known = verifiers.entrySet().stream()
                .map(entry -> entry.getValue().verifier(entry.getKey()))
                .toList();
        return new Account(key.jid(), role, known, created, new Lock(disabled, lockedUntil));
    }

    void role(Role other) {
        role = other;
    }

    final void lock(Lock other) {
        disabled = other.disabled();
        lockedUntil = other.until();
    }

    final void verifiers(List<ScramVerifier> others) {
        verifiers.clear();
        others.forEach(other -> verifiers.put(other.hash(), new VerifierPart(other)));
    }
}
