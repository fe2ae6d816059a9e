package im.myna.administration.container;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.administration.Actor;
import im.myna.jid.Jid;
import im.myna.store.account.Role;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jakarta Security 3.0, 3. */
class AccountIdentitiesTest {
    private final AccountIdentities identities = new AccountIdentities();

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoWasProvedIsKnownByHisAddressAndHisRole(Role role) {
        var actor = new Actor(Jid.of("juliet@im.example.com"), role, true, "192.0.2.1");
        var result = identities.validate(new Proven(actor));
        assertThat(result.getStatus()).isEqualTo(Status.VALID);
        assertThat(result.getCallerPrincipal().getName()).isEqualTo("juliet@im.example.com");
        assertThat(result.getCallerGroups())
                .containsExactly(role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** They would not have to come late, and nobody would count them. */
    @Test
    void passwordsAreNoneOfItsBusiness() {
        assertThat(identities.validate(new UsernamePasswordCredential("juliet@im.example.com", "fair sun")))
                .isEqualTo(CredentialValidationResult.NOT_VALIDATED_RESULT);
    }
}
