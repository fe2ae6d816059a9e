package im.myna.store.roster;

import im.myna.jid.Jid;
import im.myna.store.account.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** One contact of one account. */
@Embeddable
record ContactKey(
        AccountKey owner,

        @Column(name = "digest", nullable = false, length = 43)
        String digest) {
    static ContactKey of(AccountKey owner, Jid contact) {
        return new ContactKey(owner, digest(contact));
    }

    static String digest(Jid contact) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(contact.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
