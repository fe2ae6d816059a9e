package im.myna.web.admin.door;

import im.myna.administration.Actor;
import im.myna.administration.Admissions;
import im.myna.administration.container.Identity;
import im.myna.administration.setup.Setup;
import im.myna.store.account.Role;
import im.myna.web.admin.frame.Viewer;
import im.myna.web.door.Porter;
import im.myna.web.door.Visitor;
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

/** Lets nobody to the admin pages, nor to what they load, but those who logged in and govern something. */
@WebFilter(servletNames = Guard.SERVLET)
public class Guard extends HttpFilter {
    static final String SERVLET = "admin";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Porter porter;

    @Inject
    private transient Admissions admissions;

    @Inject
    private transient Identity identity;

    @Inject
    private transient Setup setup;

    @Inject
    private transient Mishaps mishaps;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Manners.tell(response);
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        var visitor = porter.visitor(request);
        if (!Manners.isOwn(request, visitor, porter.settings())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var known = known(request, visitor);
        if (known.isEmpty()) {
            Ticket.takeBack(request);
            Leading.lead(request, response, Way.login(Way.wanted(request)));
        } else if (request.getPathInfo() == null || request.getPathInfo().equals("/")) {
            boolean fresh = known.get().role() == Role.ADMIN && setup.isOpen();
            Way.lead(request, response, Way.PAGES + (fresh ? Way.SETUP : Way.HOME));
        } else {
            identity.is(known.get(), request, response);
            Viewer.is(request, known.get());
            show(request, response, chain);
        }
    }

    private Optional<Actor> known(HttpServletRequest request, Visitor visitor) {
        return visitor.security().encrypted()
                ? Ticket.of(request)
                        .flatMap(pass -> admissions.recognize(
                                pass, visitor.address().getAddress().getHostAddress()))
                : Optional.empty();
    }

    private void show(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var watched = new Watched(response);
        try {
            chain.doFilter(new Shown(request), watched);
            if (watched.isMissing()) {
                mishaps.show(request, response, HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (ServletException | RuntimeException e) {
            mishaps.explain(request, response, e);
        }
    }
}
