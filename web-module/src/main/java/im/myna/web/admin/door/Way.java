package im.myna.web.admin.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the admin pages are, and how browsers are sent there. */
public final class Way {
    public static final String PAGES = "/admin";
    static final String LOGIN = PAGES + "/login";
    static final String HOME = "/dashboard";

    /** What comes first while nothing is set up. */
    static final String SETUP = "/setup";

    /** A page of ours, and what it was asked; nothing that leads elsewhere. */
    private static final Pattern PAGE = Pattern.compile("/[a-z]{1,30}(\\?[\\w.~!*@=&%+-]{0,500})?");

    private static final int SEE_OTHER = 303;

    private Way() {}

    /** The page that is meant, or the first one when it is none. */
    public static String page(String wanted) {
        return PAGE.matcher(wanted).matches() ? wanted : HOME;
    }

    /** What somebody asked for, below {@link #PAGES}. */
    static String wanted(HttpServletRequest request) {
        var info = request.getPathInfo() == null ? "" : request.getPathInfo().replace(Shown.ENDING, "");
        return page(info + (request.getQueryString() == null ? "" : "?" + request.getQueryString()));
    }

    /** The page from which a form was sent, with what it was asked; the browser tells it to the server that it came from. */
    static String from(HttpServletRequest request) {
        var referer = Optional.ofNullable(request.getHeader("Referer")).orElse("");
        int at = referer.indexOf(PAGES + "/");
        return page(at < 0 ? "" : referer.substring(at + PAGES.length()));
    }

    /** To look at that next, with GET; without a host, which a proxy may know otherwise. */
    public static void lead(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }

    static String login(String wanted) {
        return LOGIN + (wanted.equals(HOME) ? "" : "?to=" + encoded(wanted));
    }

    static String login(String wanted, Refusal why) {
        return LOGIN + "?why=" + why.word() + (wanted.equals(HOME) ? "" : "&to=" + encoded(wanted));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
