package im.myna.administration.container;

import im.myna.administration.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells the container who asks. From then on, its own walls stand for him or against him. */
@ApplicationScoped
public class Identity {
    private static final String TOLD = Identity.class.getName();

    // Of the container, where there is one.
    @Inject
    private Instance<SecurityContext> container;

    /** It was proved, for this request. */
    public void is(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        var parameters = AuthenticationParameters.withParams().credential(new Proven(actor));
        request.setAttribute(TOLD, true);
        var status = container.get().authenticate(request, response, parameters);
        if (status != AuthenticationStatus.SUCCESS) {
            throw new IllegalStateException("the container does not take " + actor.jid() + ": " + status);
        }
    }

    /** Whether the container was told something about that request. */
    static boolean isTold(HttpServletRequest request) {
        return request.getAttribute(TOLD) != null;
    }
}
