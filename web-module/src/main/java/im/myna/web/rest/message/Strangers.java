package im.myna.web.rest.message;

import im.myna.web.door.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;

/** Nobody gets to a resource who did not prove who he is, by whatever way he came: also where a path was read in two ways. */
@PreMatching
public class Strangers implements ContainerRequestFilter {
    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (Caller.known(request).isEmpty()) {
            context.abortWith(Problem.of(401, "").response());
        }
    }
}
