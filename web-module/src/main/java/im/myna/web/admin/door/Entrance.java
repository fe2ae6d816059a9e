package im.myna.web.admin.door;

import im.myna.administration.setup.Setup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** What the page at the door shows, and the one that says what went wrong. */
@Named
@RequestScoped
public class Entrance {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Setup setup;

    /** The key of what to say to him; empty when there is nothing. */
    public String trouble() {
        return Optional.ofNullable(request.getParameter("why"))
                .flatMap(Refusal::of)
                .map(Refusal::key)
                .orElse("");
    }

    /** Whether nothing is set up yet, and he is told how to begin. */
    public boolean fresh() {
        return setup.isOpen();
    }

    /** Whether it is no trouble but news. */
    public boolean left() {
        return trouble().equals(Refusal.LEFT.key());
    }

    /** Where he wanted to go. */
    public String wanted() {
        return Way.page(Optional.ofNullable(request.getParameter("to")).orElse(""));
    }

    /** Where he is. */
    public String here() {
        return Way.wanted(request);
    }

    /** Of what went wrong: 403, 404 or 500. */
    public int status() {
        if (request.getAttribute(Mishaps.STATUS) instanceof Integer status) {
            return status;
        }
        var told = Optional.ofNullable(request.getParameter("status")).orElse("");
        return told.equals("403") || told.equals("500") ? Integer.parseInt(told) : HttpServletResponse.SC_NOT_FOUND;
    }
}
