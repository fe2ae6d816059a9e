package im.myna.web.admin.door;

import im.myna.web.admin.frame.Taste;
import im.myna.web.door.Porter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Remembers, in the browser, in which language somebody reads and whether he likes it dark. */
@WebServlet(Way.PAGES + "/preferences")
public class Preferences extends HttpServlet {
    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Porter porter;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Manners.tell(response);
        var visitor = porter.visitor(request);
        if (!Manners.isOwn(request, visitor, porter.settings())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        boolean secure = visitor.origin().startsWith("https:");
        given(request, Taste.LANGUAGE)
                .filter(Taste.LANGUAGES::contains)
                .ifPresent(it -> remember(request, response, Taste.LANGUAGE, it, secure));
        given(request, Taste.LOOK)
                .filter(Taste.LOOKS::contains)
                .ifPresent(it -> remember(request, response, Taste.LOOK, it, secure));
        // Log-in is no page: it is where strangers are led, whatever they want.
        Way.lead(request, response, Way.PAGES + Way.page(given(request, "to").orElse("")));
    }

    private static Optional<String> given(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    private static void remember(
            HttpServletRequest request, HttpServletResponse response, String name, String value, boolean secure) {
        var cookie = new Cookie(name, value);
        cookie.setPath(request.getContextPath() + Way.PAGES);
        cookie.setMaxAge(YEAR);
        cookie.setSecure(secure);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }
}
