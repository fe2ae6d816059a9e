package im.myna.web.xep0124_bosh;

import im.myna.specification.Implements;
import im.myna.web.door.CrossOrigin;
import im.myna.web.door.Porter;
import im.myna.web.door.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A stream for who has nothing but HTTP requests. */
@Implements(spec = "XEP-0124", version = "1.11.2", note = "one stream to a session")
@Implements(spec = "XEP-0206", version = "1.4.1")
@WebServlet(
        name = "bosh",
        urlPatterns = {"/http-bind", "/http-bind/", "/bosh"},
        asyncSupported = true)
public class BoshServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String METHODS = "POST, OPTIONS";

    @Inject
    private transient Porter porter;

    @Inject
    private transient BoshSessions sessions;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var visitor = porter.visitor(request);
        var crossOrigin = new CrossOrigin(porter, METHODS, "Content-Type, Content-Encoding");
        response.setHeader("Cache-Control", "no-store");
        // What others wrote is in it, and the client may choose as what it is served: no browser shall run it.
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
        switch (request.getMethod()) {
            case "OPTIONS" -> crossOrigin.preflight(request, response, visitor);
            case "POST" -> {
                if (crossOrigin.admits(request, response, visitor)) {
                    accept(request, visitor);
                } else {
                    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                }
            }
            default -> {
                crossOrigin.admits(request, response, visitor);
                response.setHeader("Allow", METHODS);
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void accept(HttpServletRequest request, Visitor visitor) throws IOException {
        var reply = new HttpReply(request.startAsync(), porter.wheel());
        new Submission(porter, sessions, visitor, reply).read(request.getInputStream());
    }
}
