package im.myna.web.admin.door;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** An answer of Jakarta Faces. What it says when there is no such page is not the container's business, but ours. */
final class Watched extends HttpServletResponseWrapper {
    private boolean missing;

    Watched(HttpServletResponse response) {
        super(response);
    }

    /** Whether there is no such page. */
    boolean isMissing() {
        return missing;
    }

    @Override
    public void sendError(int status, String message) {
        missing = true;
    }

    @Override
    public void sendError(int status) {
        missing = true;
    }
}
