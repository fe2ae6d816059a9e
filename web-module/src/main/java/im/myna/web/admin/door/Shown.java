package im.myna.web.admin.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request for a page, as Jakarta Faces wants it: by the name of its file. */
final class Shown extends HttpServletRequestWrapper {
    static final String ENDING = ".xhtml";

    Shown(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getPathInfo() {
        var path = super.getPathInfo();
        return path == null || path.indexOf('.') >= 0 ? path : path + ENDING;
    }
}
