package im.myna.administration.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Asked by the container about every request. Says nothing, unless somebody was proved to be whom he says. */
@ApplicationScoped
public class Recognition implements HttpAuthenticationMechanism {
    // Of the container, where there is one.
    @Inject
    private Instance<IdentityStoreHandler> identities;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.isAuthenticationRequest() && context.getAuthParameters().getCredential() instanceof Proven proven) {
            return context.notifyContainerAboutLogin(identities.get().validate(proven));
        }
        return context.isProtected() ? context.responseUnauthorized() : context.doNothing();
    }
}
