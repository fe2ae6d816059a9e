package im.myna.web.page;

import im.myna.web.door.Porter;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the pages which domains there are and where the doors are, as paths: they are where the page came from. */
@WebServlet("/web/settings.json")
public class PageSettings extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Porter porter;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        try (var json = Json.createWriter(response.getWriter())) {
            json.writeObject(Json.createObjectBuilder()
                    .add("domains", Json.createArrayBuilder(porter.settings().domains()))
                    .add("websocket", request.getContextPath() + "/xmpp-websocket")
                    .add("bosh", request.getContextPath() + "/http-bind")
                    .build());
        }
    }
}
