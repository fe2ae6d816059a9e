package im.myna.web.xep0124_bosh;

import im.myna.web.door.BasicCredentials;
import im.myna.web.door.CrossOrigin;
import im.myna.web.door.Porter;
import im.myna.web.door.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Begins a session for a user of the web site that asks, and gives its jid, sid and rid, so that a page can go on with it. A servlet,
 * because nobody may keep a thread waiting, neither by a body that drips nor by a wrong password.
 */
@WebServlet(name = "prebind", urlPatterns = "/api/v1/prebind", asyncSupported = true)
public class PrebindServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String METHODS = "POST, OPTIONS";

    @Inject
    private transient Porter porter;

    @Inject
    private transient BoshSessions sessions;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var visitor = porter.visitor(request);
        var crossOrigin = new CrossOrigin(porter, METHODS, "Authorization, Content-Type");
        response.setHeader("Cache-Control", "no-store");
        if (request.getMethod().equals("OPTIONS")) {
            crossOrigin.preflight(request, response, visitor);
            return;
        }
        boolean admitted = crossOrigin.admits(request, response, visitor);
        var reply = new HttpReply(request.startAsync(), porter.wheel());
        if (!admitted) {
            reply.answer(Refusal.answer(403, "this origin may not"));
        } else if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", METHODS);
            reply.answer(Refusal.answer(405, "POST it"));
        } else {
            accept(request, response, visitor, reply);
        }
    }

    private void accept(HttpServletRequest request, HttpServletResponse response, Visitor visitor, HttpReply reply)
            throws IOException {
        var credentials =
                Optional.ofNullable(request.getHeader("Authorization")).flatMap(BasicCredentials::of);
        if (credentials.isEmpty()) {
            Application.challenge(response);
            reply.answer(Refusal.answer(401, "who are you?"));
            return;
        }
        new Application(porter, sessions, visitor, response, reply).begin(credentials.get(), request.getInputStream());
    }
}
