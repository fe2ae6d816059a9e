package im.myna.store.token;

import im.myna.store.account.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

@Entity
@Table(name = "access_token")
class TokenEntity {
    @Id
    @Column(name = "id", nullable = false, length = AccessToken.ID)
    private String id;

    private AccountKey owner;

    @Column(name = "digest", nullable = false)
    private byte[] digest;

    @Column(name = "name", nullable = false, length = AccessToken.NAME)
    private String name;

    @Column(name = "scopes", nullable = false, length = 100)
    private String scopes;

    @Column(name = "created", nullable = false)
    private Instant created;

    @Column(name = "expires", nullable = false)
    private Instant expires;

    @Column(name = "used", nullable = false)
    private Instant used;

    TokenEntity() {}

    TokenEntity(AccessToken token, byte[] digest) {
        id = token.id();
        owner = AccountKey.of(token.owner());
        this.digest = digest.clone();
        name = token.name();
        scopes = token.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(","));
        created = token.created();
        expires = token.expires();
        used = token.used();
    }

    AccessToken token() {
        var set = Arrays.stream(scopes.split(",", -1)).map(Scope::valueOf).collect(Collectors.toSet());
        return new AccessToken(id, owner.jid(), name, set, created, expires, used);
    }
}
