package im.myna.web.admin.door;

import im.myna.administration.Admissions.Pass;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** What a browser's session holds: that somebody proved who he is. There are no sessions of those who did not. */
final class Ticket {
    private static final String COOKIE = "Set-Cookie";
    private static final String NAME = Ticket.class.getName();

    private Ticket() {}

    /** In a new session, whose name nobody else can know. */
    static void give(HttpServletRequest request, HttpServletResponse response, Pass pass) {
        takeBack(request);
        request.getSession(true).setAttribute(NAME, pass);
        // The server takes this neither from web.xml nor from the servlet context.
        response.getHeaders(COOKIE).stream()
                .filter(cookie -> !cookie.contains("SameSite"))
                .findFirst()
                .ifPresent(cookie -> response.setHeader(COOKIE, cookie + "; SameSite=Strict"));
    }

    static Optional<Pass> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> (Pass) session.getAttribute(NAME));
    }

    static void takeBack(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
    }
}
