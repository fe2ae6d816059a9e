package im.myna.web.rest;

import im.myna.administration.container.Identity;
import im.myna.web.door.LateAnswer;
import im.myna.web.door.Porter;
import im.myna.web.door.Problem;
import im.myna.web.door.Visitor;
import im.myna.web.rest.message.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Lets in by REST whom it knows. Nobody's thread waits for the answer to a wrong password. */
@WebFilter(urlPatterns = "/" + Gate.PATH + "/*", asyncSupported = true)
public class Gate extends HttpFilter {
    static final String PATH = "api/v1";

    private static final long serialVersionUID = 1L;
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private transient Porter porter;

    @Inject
    private transient Identification identification;

    @Inject
    private transient Identity identity;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getServletPath().equals("/" + PATH)) {
            // A servlet with an entrance of its own.
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        var visitor = porter.visitor(request);
        if (isForeign(request, visitor)) {
            Problem.of(403, "the page of another site may not").write(response);
            return;
        }
        var header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        var outcome = identification.of(header, visitor);
        if (outcome instanceof Identification.Known known) {
            enter(request, response, chain, known);
        } else {
            refuse(request, response, (Identification.Refused) outcome);
        }
    }

    /** Browsers remember passwords, and would send them along with what a page of another site asks. */
    private static boolean isForeign(HttpServletRequest request, Visitor visitor) {
        var origin = request.getHeader("Origin");
        return origin != null && !origin.equalsIgnoreCase(visitor.origin());
    }

    private void enter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Identification.Known known)
            throws IOException, ServletException {
        if (!known.actor().mayWrite() && !HARMLESS.contains(request.getMethod())) {
            // RFC 6750, 3.1
            Problem.of(403, "this token only reads")
                    .with("WWW-Authenticate", "Bearer realm=\"Myna\", error=\"insufficient_scope\", scope=\"write\"")
                    .write(response);
            return;
        }
        identity.is(known.actor(), request, response);
        Caller.is(request, known.actor());
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Identification.Refused refused)
            throws IOException {
        LateAnswer.give(refused.problem()::write, refused.late(), request, response, porter.wheel());
    }
}
