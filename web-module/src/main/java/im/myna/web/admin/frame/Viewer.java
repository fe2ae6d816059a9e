package im.myna.web.admin.frame;

import im.myna.administration.Actor;
import im.myna.administration.container.Threshold;
import im.myna.store.account.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who looks at the page. */
@Named
@RequestScoped
public class Viewer {
    private static final String ATTRIBUTE = Viewer.class.getName();

    @Inject
    private HttpServletRequest request;

    @Inject
    private Threshold threshold;

    // Asked for many times while a page is made; the container is asked once.
    private Optional<Actor> known = Optional.empty();

    /** It was proved, for this request. */
    public static void is(HttpServletRequest request, Actor actor) {
        request.setAttribute(ATTRIBUTE, actor);
    }

    /** @throws IllegalStateException when it is a stranger, who should not have come so far */
    public Actor actor() {
        if (known.isEmpty()) {
            known = Optional.ofNullable((Actor) request.getAttribute(ATTRIBUTE))
                    .filter(actor -> threshold.cross().equals(actor.jid().toString()));
        }
        return known.orElseThrow(() -> new IllegalStateException("a stranger came in"));
    }

    public String jid() {
        return actor().jid().toString();
    }

    public Role role() {
        return actor().role();
    }

    /** Whether anything is his to change. Pages offer nothing that would be refused; that it is refused is not their business. */
    public boolean governs() {
        return role() != Role.AUDITOR;
    }

    public boolean governsAll() {
        return role() == Role.ADMIN;
    }

    /** Whether he looks at more than one domain. */
    public boolean seesAll() {
        return role() == Role.ADMIN || role() == Role.AUDITOR;
    }
}
