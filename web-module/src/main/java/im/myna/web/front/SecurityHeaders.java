package im.myna.web.front;

import im.myna.web.door.Porter;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells browsers what not to do with our answers; a page may be stricter, by headers of its own. Declared in web.xml. */
public class SecurityHeaders extends HttpFilter {
    private static final String YEAR = "max-age=31536000";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Porter porter;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
        // RFC 6797, 7.2: not by plain HTTP. Nor for this very machine, whose other servers it would concern as well.
        if (porter.visitor(request).origin().startsWith("https:")
                && !request.getServerName().equals("localhost")) {
            response.setHeader("Strict-Transport-Security", YEAR);
        }
        chain.doFilter(request, response);
    }
}
