package im.myna.web.rest.server;

import im.myna.administration.server.Journal;
import im.myna.administration.server.LogLevel;
import im.myna.administration.server.LogLevels;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Fields;
import im.myna.web.rest.message.Query;
import im.myna.web.rest.message.Words;
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

/** What the server says, and how much of it. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class LogResource {
    @Inject
    private Journal journal;

    @Inject
    private LogLevels levels;

    /** The newest lines first, since the start and no more than are remembered. */
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
    @PATCH
    @Path("logging/{package}")
    public JsonObject change(@Context HttpServletRequest request, @PathParam("package") String name, Fields fields) {
        fields.only("level").text("level");
        levels.change(Caller.of(request), name, fields.choice("level", LogLevel.class, LogLevel.INFO));
        return list(request);
    }

    @DELETE
    @Path("logging/{package}")
    public void reset(@Context HttpServletRequest request, @PathParam("package") String name) {
        levels.reset(Caller.of(request), name);
    }
}
