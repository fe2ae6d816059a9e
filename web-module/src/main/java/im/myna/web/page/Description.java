package im.myna.web.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells programs what there is by REST (OpenAPI 3.1). The same for everybody who reaches it: it says what any such server can do, and
 * nothing of this one.
 */
@WebServlet("/openapi")
public class Description extends HttpServlet {
    private static final String FILE = "/WEB-INF/openapi/openapi.json";
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        try (var text = getServletContext().getResourceAsStream(FILE)) {
            text.transferTo(response.getOutputStream());
        }
    }
}
