package im.myna.web.rfc7395_websocket;

import im.myna.specification.Implements;
import im.myna.web.door.Porter;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where browsers come in by WebSocket. */
@Implements(spec = "RFC 7395")
@WebServlet(urlPatterns = {"/xmpp-websocket", "/ws", "/ws/"})
public class WebSocketDoor extends HttpServlet {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Porter porter;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var handshake = new OpeningHandshake(request);
        var visitor = porter.visitor(request);
        int fault = handshake.fault();
        if (fault == 0 && !porter.welcomes(request, visitor)) {
            fault = HttpServletResponse.SC_FORBIDDEN;
        }
        if (fault == 0 && !porter.enter(visitor)) {
            fault = TOO_MANY_REQUESTS;
        }
        if (fault != 0) {
            OpeningHandshake.refuse(fault, response);
            return;
        }
        boolean upgraded = false;
        try {
            handshake.accept(response);
            request.upgrade(Carrier.class).carry(new WebSocketLink(visitor, porter));
            upgraded = true;
            // The container sends the answer only when it is asked to, or when the connection ends.
            response.flushBuffer();
        } finally {
            if (!upgraded) {
                porter.leave(visitor);
            }
        }
    }
}
