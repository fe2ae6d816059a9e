package im.myna.web.admin.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends a browser to another page, also where a script of the page asked and not the person. */
final class Leading {
    private Leading() {}

    static void lead(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        if (!isScript(request)) {
            Way.lead(request, response, path);
            return;
        }
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                        + request.getContextPath()
                        + path.replace("&", "&amp;")
                        + "\"/></partial-response>");
    }

    /** Jakarta Faces 4.0, 13.1. */
    static boolean isScript(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }
}
