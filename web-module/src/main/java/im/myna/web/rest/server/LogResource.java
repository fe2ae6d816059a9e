package im.myna.web.rest.server;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import im.myna.administration.container.Roles;
import im.myna.administration.server.Journal;
import im.myna.administration.server.LogLevel;
import im.myna.administration.server.LogLevels;
import im.myna.web.rest.message.Bodies;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Fields;
import im.myna.web.rest.message.Query;
import im.myna.web.rest.message.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the server says, and how much of it. */
@Tag(name = "Logs")
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
@ApplicationScoped
public class LogResource {
    @Inject
    private Journal journal;

    @Inject
    private LogLevels levels;

    /** The newest lines first, since the start and no more than are remembered. */
    @Operation(summary = "What the server said, the newest first")
    @Parameter(name = "level", in = QUERY, description = "this one and worse", schema = @Schema(type = STRING))
    @Parameter(name = "text", in = QUERY, description = "that stands in it", schema = @Schema(type = STRING))
    @Parameter(name = "max", in = QUERY, description = "how many at most", schema = @Schema(ref = "Max"))
    @GET
    @Path("logs")
    public JsonObject tail(@Context HttpServletRequest request, @Context UriInfo uri) {
        var query = new Query(uri).only("level", "text", "max");
        var least = query.choice("level", LogLevel.class, LogLevel.ALL);
        var list = Json.createArrayBuilder();
        journal.tail(Caller.of(request), least, query.text("text"), query.max())
                .forEach(line -> list.add(Json.createObjectBuilder()
                        .add("at", line.at().toString())
                        .add("level", Words.of(line.level()))
                        .add("logger", line.logger())
                        .add("text", line.text())));
        return Json.createObjectBuilder().add("lines", list).build();
    }

    @Operation(summary = "How much of what is said")
    @GET
    @Path("logging")
    public JsonObject list(@Context HttpServletRequest request) {
        var list = Json.createArrayBuilder();
        levels.list(Caller.of(request))
                .forEach((name, holding) -> list.add(Json.createObjectBuilder()
                        .add("package", name)
                        .add("level", Words.of(holding.level()))
                        .add("own", holding.own())));
        return Json.createObjectBuilder().add("packages", list).build();
    }

    /** Until the next start. */
    @Operation(summary = "Says more or less, until the next start")
    @RequestBodySchema(Bodies.NewLevel.class)
    @PATCH
    @Path("logging/{package}")
    public JsonObject change(@Context HttpServletRequest request, @PathParam("package") String name, Fields fields) {
        fields.only("level").text("level");
        levels.change(Caller.of(request), name, fields.choice("level", LogLevel.class, LogLevel.INFO));
        return list(request);
    }

    @Operation(summary = "Says as much as before")
    @DELETE
    @Path("logging/{package}")
    public void reset(@Context HttpServletRequest request, @PathParam("package") String name) {
        levels.reset(Caller.of(request), name);
    }
}
