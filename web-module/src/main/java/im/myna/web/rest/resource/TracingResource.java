package im.myna.web.rest.resource;

import im.myna.administration.Tracing;
import im.myna.administration.container.Roles;
import im.myna.web.rest.message.Bodies;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Fields;
import im.myna.web.rest.message.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whose stanzas are followed on their way. */
@Tag(name = "Users")
@Path("users/{jid}/tracing")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
@ApplicationScoped
public class TracingResource {
    private static final Duration USUAL = Duration.ofHours(1);
    private static final String UNTIL = "until";

    @Inject
    private Tracing tracing;

    @Operation(summary = "Until when the stanzas of a user are followed")
    @GET
    public JsonObject find(@Context HttpServletRequest request, @PathParam("jid") String jid) {
        var until = tracing.until(Caller.of(request), Words.jid(jid));
        return Json.createObjectBuilder()
                .add(
                        UNTIL,
                        until.<JsonValue>map(time -> Json.createValue(time.toString()))
                                .orElse(JsonValue.NULL))
                .build();
    }

    @Operation(summary = "Follows the stanzas of a user, for an hour if not said")
    @RequestBodySchema(Bodies.TracingPeriod.class)
    @PUT
    public JsonObject begin(@Context HttpServletRequest request, @PathParam("jid") String jid, Fields fields) {
        var until = fields.only(UNTIL).time(UNTIL, Instant.now().plus(USUAL));
        tracing.begin(Caller.of(request), Words.jid(jid), until);
        return find(request, jid);
    }

    @Operation(summary = "Follows them no longer")
    @DELETE
    public void end(@Context HttpServletRequest request, @PathParam("jid") String jid) {
        tracing.end(Caller.of(request), Words.jid(jid));
    }
}
