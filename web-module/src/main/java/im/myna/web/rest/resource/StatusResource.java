package im.myna.web.rest.resource;

import im.myna.administration.ServerState;
import im.myna.administration.Users;
import im.myna.administration.container.Roles;
import im.myna.store.account.Search;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The server as a whole. */
@Tag(name = "Server")
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
@ApplicationScoped
public class StatusResource {
    @Inject
    private ServerState state;

    @Inject
    private Users users;

    @Operation(summary = "How the server is")
    @GET
    @Path("status")
    public JsonObject status(@Context HttpServletRequest request) {
        var now = state.snapshot(Caller.of(request));
        var doors = Json.createObjectBuilder();
        new TreeMap<>(now.sessions()).forEach((door, count) -> doors.add(Words.of(door), count));
        return Json.createObjectBuilder()
                .add("version", now.version())
                .add("java", now.java())
                .add("started", now.started().toString())
                .add(
                        "uptimeSeconds",
                        Duration.between(now.started(), Instant.now()).toSeconds())
                .add("sessions", doors)
                .add(
                        "memory",
                        Json.createObjectBuilder()
                                .add("usedBytes", now.memory().used())
                                .add("maxBytes", now.memory().most()))
                .add("threads", now.threads())
                .add("database", now.database())
                .build();
    }

    @Operation(summary = "The domains, and how many users each has")
    @GET
    @Path("domains")
    public JsonObject domains(@Context HttpServletRequest request) {
        var actor = Caller.of(request);
        var list = Json.createArrayBuilder();
        users.domains(actor)
                .forEach(domain -> list.add(Json.createObjectBuilder()
                        .add("domain", domain)
                        .add("users", users.count(actor, Search.in(domain)))));
        return Json.createObjectBuilder().add("domains", list).build();
    }
}
