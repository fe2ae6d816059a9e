package im.myna.web.front;

import im.myna.web.door.Porter;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Shows the ways to govern the server, pages and REST, where they shall be found. Elsewhere there is nothing. Declared in web.xml, so that
 * it comes before the filters that ask who somebody is.
 */
public class Governors extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> GOVERNED = Set.of("admin", "api");
    /** The servlet that sites begin sessions for their pages by; it governs nothing. */
    private static final String PREBIND = "/api/v1/prebind";

    @Inject
    private transient Porter porter;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var servlet = request.getServletPath();
        var path = servlet + Optional.ofNullable(request.getPathInfo()).orElse("");
        if (!servlet.equals(PREBIND) && concerns(path) && !porter.mayGovern(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(request, response);
    }

    /**
     * Whether a path leads to what is governed. Rather too many than too few: what the container made of it is looked at once more,
     * since some servlets are found by the end of a path.
     *
     * @param path as the container decoded it
     */
    static boolean concerns(String path) {
        for (var segment : path.replace('\\', '/').split("/", -1)) {
            var name = segment.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            if (GOVERNED.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
