package im.myna.web.admin.door;

import im.myna.web.door.Porter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets somebody out. */
@WebServlet(Way.PAGES + "/logout")
public class Departure extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Porter porter;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Manners.tell(response);
        if (!Manners.isOwn(request, porter.visitor(request), porter.settings())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Ticket.takeBack(request);
        Way.lead(request, response, Way.login(Way.HOME, Refusal.LEFT));
    }
}
