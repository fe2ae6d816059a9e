package im.myna.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells browsers which pages of other sites may use something by HTTP (Fetch, 3.2: the CORS protocol). */
public final class CrossOrigin {
    private static final String ORIGIN = "Origin";
    private static final String SECONDS = "86400";

    private final Porter porter;
    private final String methods;
    private final String headers;

    /**
     * @param methods that may be used, comma separated
     * @param headers that requests may have besides those that go without saying, comma separated
     */
    public CrossOrigin(Porter porter, String methods, String headers) {
        this.porter = porter;
        this.methods = methods;
        this.headers = headers;
    }

    /** Says so in the answer, whatever that will be. @return whether the page that asks may ask */
    public boolean admits(HttpServletRequest request, HttpServletResponse response, Visitor visitor) {
        response.addHeader("Vary", ORIGIN);
        var origin = request.getHeader(ORIGIN);
        if (origin == null) {
            return true;
        }
        if (!porter.welcomes(request, visitor)) {
            return false;
        }
        if (porter.settings().web().origins().contains("*")) {
            // Whose pages may ask is not known: then what the browser knows of its user stays there.
            response.setHeader("Access-Control-Allow-Origin", "*");
        } else {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Allow-Credentials", "true");
        }
        return true;
    }

    /** Answers the question that a browser asks before. */
    public void preflight(HttpServletRequest request, HttpServletResponse response, Visitor visitor) {
        if (admits(request, response, visitor)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            response.setHeader("Access-Control-Allow-Methods", methods);
            response.setHeader("Access-Control-Allow-Headers", headers);
            response.setHeader("Access-Control-Max-Age", SECONDS);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
