package im.myna.web.rest.server;

import im.myna.administration.container.Roles;
import im.myna.administration.server.Broadcasts;
import im.myna.administration.server.Broadcasts.Reach;
import im.myna.web.rest.message.Bodies;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Fields;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What everybody hears who is here, or everybody. */
@Tag(name = "Server")
@Path("broadcasts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
@ApplicationScoped
public class BroadcastsResource {
    @Inject
    private Broadcasts broadcasts;

    /** Is answered before everybody has it. */
    @Operation(summary = "Tells everybody who is here, or everybody")
    @RequestBodySchema(Bodies.Broadcast.class)
    @APIResponse(responseCode = "202", description = "on its way")
    @POST
    public Response send(@Context HttpServletRequest request, Fields fields) {
        fields.only("to", "domain", "subject", "body");
        int count = broadcasts.send(
                Caller.of(request),
                fields.choice("to", Reach.class, Reach.ONLINE),
                fields.text("domain", ""),
                fields.text("subject", ""),
                fields.text("body"));
        return Response.accepted(
                        Json.createObjectBuilder().add("sessions", count).build())
                .build();
    }
}
