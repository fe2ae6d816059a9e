package im.myna.web.rest.message;

import im.myna.administration.RefusedException;
import im.myna.web.door.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Makes a problem of whatever was thrown; what is our bug is logged, and nobody sees more of it. */
public class Problems implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(Problems.class.getName());
    private static final int SERVER_ERROR = 500;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof RefusedException refused) {
            return Problem.of(status(refused.reason()), refused.getMessage()).response();
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < SERVER_ERROR) {
            var response = web.getResponse();
            return response.hasEntity() ? response : standard(response).response();
        }
        LOG.log(Level.ERROR, "rest failed", thrown);
        return Problem.of(SERVER_ERROR, "the server has a fault; its log says more")
                .response();
    }

    private static int status(RefusedException.Reason reason) {
        return switch (reason) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
        };
    }

    private static Problem standard(Response response) {
        var problem = Problem.of(
                response.getStatus(),
                switch (response.getStatus()) {
                    case 404 -> "there is nothing here";
                    case 405 -> "this cannot be done here";
                    case 406 -> "the answer is application/json, or a vCard's application/xml";
                    case 415 -> "the body is application/json, or a vCard's application/xml";
                    default -> "";
                });
        // RFC 9110, 15.5.6: what is possible goes with a 405.
        return Optional.ofNullable(response.getHeaderString(HttpHeaders.ALLOW))
                .map(allow -> problem.with(HttpHeaders.ALLOW, allow))
                .orElse(problem);
    }
}
