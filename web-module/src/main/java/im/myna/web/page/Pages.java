package im.myna.web.page;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows the pages. */
@WebServlet(urlPatterns = {"", "/chat", "/chat/", "/strophe-demo", "/strophe-demo/", "/api/docs", "/api/docs/"})
public class Pages extends HttpServlet {
    private static final String FOLDER = "/WEB-INF/pages/";
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = Page.at(request.getServletPath()).orElseThrow();
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Security-Policy", page.policy());
        // The page names the files of this version of the server; those may be kept.
        response.setHeader("Cache-Control", "no-cache");
        try (var text = getServletContext().getResourceAsStream(FOLDER + page.file())) {
            text.transferTo(response.getOutputStream());
        }
    }
}
