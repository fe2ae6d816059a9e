package im.myna.web.rest.server;

import im.myna.administration.server.Broadcasts;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Fields;
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

/** What everybody hears who is here. */
@Path("broadcasts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class BroadcastsResource {
    @Inject
    private Broadcasts broadcasts;

    /** Is answered before everybody has it. */
    @POST
    public Response send(@Context HttpServletRequest request, Fields fields) {
        fields.only("domain", "subject", "body");
        int count = broadcasts.send(
                Caller.of(request), fields.text("domain", ""), fields.text("subject", ""), fields.text("body"));
        return Response.accepted(
                        Json.createObjectBuilder().add("sessions", count).build())
                .build();
    }
}
