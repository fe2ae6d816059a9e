package im.myna.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Lets browsers keep what the pages load: a file in a folder with a version in its name never changes. */
@WebFilter(urlPatterns = "/web/*", asyncSupported = true)
public class Shelf extends HttpFilter {
    private static final Pattern VERSIONED = Pattern.compile("/web/(converse|strophe|swagger|myna)-[^/]+/.+");
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getServletPath();
        if (VERSIONED.matcher(path).matches() && getServletContext().getResource(path) != null) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        }
        chain.doFilter(request, response);
    }
}
