package im.myna.administration.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Tells the container what an account is called, and its role as it was read for this very request. Knows no passwords. */
@ApplicationScoped
public class AccountIdentities implements IdentityStore {
    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof Proven proven
                ? new CredentialValidationResult(
                        proven.actor().jid().toString(),
                        Set.of(Roles.of(proven.actor().role())))
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
}
