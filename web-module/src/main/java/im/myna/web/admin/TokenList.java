package im.myna.web.admin;

import im.myna.administration.Tokens;
import im.myna.store.token.AccessToken;
import im.myna.store.token.Scope;
import im.myna.web.admin.frame.Deeds;
import im.myna.web.admin.frame.Phrases;
import im.myna.web.admin.frame.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/** The tokens of whoever looks. */
@Named
@RequestScoped
public class TokenList {
    private static final int USUAL_DAYS = 90;

    @Inject
    private Tokens tokens;

    @Inject
    private Viewer viewer;

    @Inject
    private Deeds deeds;

    @Inject
    private Phrases phrases;

    private String name = "";
    private boolean writing;
    private int days = USUAL_DAYS;
    private String secret = "";

    public List<AccessToken> all() {
        return tokens.list(viewer.actor());
    }

    public boolean used(AccessToken token) {
        return !token.used().equals(Instant.EPOCH);
    }

    public boolean writes(AccessToken token) {
        return token.scopes().contains(Scope.WRITE);
    }

    public boolean expired(AccessToken token) {
        return token.expired(Instant.now());
    }

    public void issue() {
        var scopes = writing ? EnumSet.allOf(Scope.class) : EnumSet.of(Scope.READ);
        var expires = Instant.now().plus(Duration.ofDays(days));
        deeds.does(
                () -> secret = tokens.issue(viewer.actor(), name.strip(), scopes, expires)
                        .secret(),
                () -> phrases.of("tokens.issued", name));
        if (!secret.isEmpty()) {
            name = "";
        }
    }

    public void revoke(String id) {
        deeds.does(() -> tokens.revoke(viewer.actor(), id), () -> phrases.of("tokens.revoked"));
    }

    /** Of the one that was just made, and only now. */
    public String secret() {
        return secret;
    }

    public String getName() {
        return name;
    }

    public void setName(String typed) {
        name = typed;
    }

    public boolean isWriting() {
        return writing;
    }

    public void setWriting(boolean chosen) {
        writing = chosen;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int chosen) {
        days = chosen;
    }
}
