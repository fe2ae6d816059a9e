package im.myna.web.admin.door;

import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** When a page could not be made: says so, and no more than the person should know. What is our bug is logged. */
@ApplicationScoped
public class Mishaps {
    static final String STATUS = "im.myna.status";
    private static final Logger LOG = System.getLogger(Mishaps.class.getName());
    /** Wrapped in wrappers, but not for ever. */
    private static final int DEEPEST = 20;

    void explain(HttpServletRequest request, HttpServletResponse response, Exception thrown)
            throws IOException, ServletException {
        if (find(thrown, ViewExpiredException.class).isPresent()) {
            // What he saw is no longer known here; it is made anew.
            Leading.lead(request, response, Way.PAGES + Way.from(request));
            return;
        }
        int status = status(thrown);
        if (status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            LOG.log(Level.ERROR, "event=page-failed page=" + request.getPathInfo(), thrown);
        }
        show(request, response, status);
    }

    void show(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException, ServletException {
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        if (Leading.isScript(request)) {
            Leading.lead(request, response, Way.PAGES + "/mishap?status=" + status);
            return;
        }
        Manners.tell(response);
        response.setStatus(status);
        request.setAttribute(STATUS, status);
        request.getRequestDispatcher(Way.PAGES + "/mishap" + Shown.ENDING).forward(request, response);
    }

    private static int status(Exception thrown) {
        if (find(thrown, FileNotFoundException.class).isPresent()) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        var reason = find(thrown, RefusedException.class).map(RefusedException::reason);
        if (reason.isEmpty()) {
            return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        }
        return reason.get() == Reason.FORBIDDEN ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND;
    }

    private static <T> Optional<T> find(Throwable thrown, Class<T> type) {
        var cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
