package im.myna.web.rest.message;

import im.myna.administration.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who sent a request, once that is proved. */
public final class Caller {
    private static final String ATTRIBUTE = Caller.class.getName();

    private Caller() {}

    /** It was proved. */
    public static void is(HttpServletRequest request, Actor actor) {
        request.setAttribute(ATTRIBUTE, actor);
    }

    /** Empty when nobody proved anything. */
    public static Optional<Actor> known(HttpServletRequest request) {
        return Optional.ofNullable((Actor) request.getAttribute(ATTRIBUTE));
    }

    /** For what no stranger reaches. */
    public static Actor of(HttpServletRequest request) {
        return known(request).orElseThrow(() -> new IllegalStateException("a stranger came in"));
    }
}
