package im.myna.web.admin.door;

import im.myna.administration.Admissions;
import im.myna.administration.setup.Setup;
import im.myna.negotiation.Passwords;
import im.myna.store.account.Role;
import im.myna.web.door.LateAnswer;
import im.myna.web.door.Porter;
import im.myna.web.door.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Asks who somebody is, and lets him in. Until he proved it there is no session, so nobody can make them pile up. */
@WebServlet(urlPatterns = Way.LOGIN, asyncSupported = true)
public class Reception extends HttpServlet {
    /** Neither names nor passwords are longer (RFC 7622, 3.1). */
    private static final int LONGEST = 1023;

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Porter porter;

    @Inject
    private transient Passwords passwords;

    @Inject
    private transient Admissions admissions;

    @Inject
    private transient Setup setup;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Manners.tell(response);
        response.setHeader("Content-Security-Policy", POLICY);
        request.getRequestDispatcher(Way.PAGES + "/door" + Shown.ENDING).forward(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Manners.tell(response);
        var visitor = porter.visitor(request);
        if (!Manners.isOwn(request, visitor, porter.settings())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var wanted = Way.page(text(request, "to"));
        if (!visitor.security().encrypted()) {
            Way.lead(request, response, Way.login(wanted, Refusal.PLAIN));
            return;
        }
        var answer = check(text(request, "user"), text(request, "password"), visitor);
        if (answer instanceof Passwords.Right right) {
            enter(request, response, right, visitor, wanted);
            return;
        }
        var late = answer instanceof Passwords.Wrong wrong ? wrong.late() : Duration.ZERO;
        var login = Way.login(wanted, refusal(answer));
        LateAnswer.give(it -> Way.lead(request, it, login), late, request, response, porter.wheel());
    }

    private Passwords.Answer check(String user, String password, Visitor visitor) {
        return user.length() > LONGEST || password.length() > LONGEST
                ? new Passwords.Wrong(Duration.ZERO)
                : passwords.check(user.strip(), password, visitor.address());
    }

    private void enter(
            HttpServletRequest request,
            HttpServletResponse response,
            Passwords.Right right,
            Visitor visitor,
            String wanted) {
        var pass =
                admissions.admit(right.account(), visitor.address().getAddress().getHostAddress());
        pass.ifPresent(it -> Ticket.give(request, response, it));
        boolean fresh = wanted.equals(Way.HOME) && right.account().role() == Role.ADMIN && setup.isOpen();
        var next = fresh ? Way.SETUP : wanted;
        Way.lead(request, response, pass.isPresent() ? Way.PAGES + next : Way.login(wanted, Refusal.ROLE));
    }

    private static Refusal refusal(Passwords.Answer answer) {
        if (answer instanceof Passwords.Wrong) {
            return Refusal.WRONG;
        }
        if (answer instanceof Passwords.Closed) {
            return Refusal.CLOSED;
        }
        return answer instanceof Passwords.TooSoon ? Refusal.SOON : Refusal.BUSY;
    }

    private static String text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
