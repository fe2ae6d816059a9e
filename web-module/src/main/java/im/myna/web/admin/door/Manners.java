package im.myna.web.admin.door;

import im.myna.settings.Settings;
import im.myna.web.door.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;

/** What the pages ask of a browser, and tell it. */
public final class Manners {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");

    private Manners() {}

    /** What only reads may come from anywhere; a form only from a page of ours, which every browser says (Fetch, 3.2). */
    public static boolean isOwn(HttpServletRequest request, Visitor visitor, Settings settings) {
        if (HARMLESS.contains(request.getMethod())) {
            return true;
        }
        var origin = request.getHeader("Origin");
        return origin != null
                && (origin.equalsIgnoreCase(visitor.origin())
                        || origin.toLowerCase(Locale.ROOT).equals(settings.web().url()));
    }

    /** Nothing is kept, and the page of origin is told: without it, browsers would not say where a form comes from. */
    static void tell(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
    }
}
