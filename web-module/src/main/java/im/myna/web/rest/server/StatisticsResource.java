package im.myna.web.rest.server;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;

import im.myna.administration.container.Roles;
import im.myna.administration.server.DatabaseState;
import im.myna.administration.server.History;
import im.myna.administration.server.History.Moment;
import im.myna.store.inventory.Stock;
import im.myna.store.measure.ConnectionFigures;
import im.myna.store.measure.Pool;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the server did, and how much it keeps. */
@Tag(name = "Server")
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
@ApplicationScoped
public class StatisticsResource {
    private static final int HOUR = 60;

    @Inject
    private History history;

    @Inject
    private DatabaseState database;

    /** The oldest moment first; what is no size is what happened since the moment before. */
    @Operation(summary = "How the server did in the last hour")
    @Parameter(name = "minutes", in = QUERY, description = "how many of it", schema = @Schema(type = INTEGER))
    @GET
    @Path("statistics")
    public JsonObject statistics(@Context HttpServletRequest request, @Context UriInfo uri) {
        var query = new Query(uri).only("minutes");
        long minutes = Math.min(HOUR, query.number("minutes", 1, HOUR));
        var list = Json.createArrayBuilder();
        history.since(Caller.of(request), Instant.now().minus(Duration.ofMinutes(minutes)))
                .forEach(moment -> list.add(json(moment)));
        return Json.createObjectBuilder()
                .add("stepSeconds", History.STEP.toSeconds())
                .add("moments", list)
                .build();
    }

    @Operation(summary = "The database and its tables")
    @GET
    @Path("database")
    public JsonObject database(@Context HttpServletRequest request) {
        var actor = Caller.of(request);
        var stock = database.look(actor);
        var tables = Json.createArrayBuilder();
        stock.tables()
                .forEach(table -> tables.add(Json.createObjectBuilder()
                        .add("name", table.name())
                        .add("rows", known(table.rows()))
                        .add("bytes", known(table.bytes()))));
        return Json.createObjectBuilder()
                .add("product", stock.product())
                .add("version", stock.version())
                .add("migration", stock.migration())
                .add("connections", json(database.connections(actor)))
                .add("tables", tables)
                .build();
    }

    /** Of what was since the start: how many of them were asked for, how long one waited for them in all, how often in vain. */
    private static JsonObjectBuilder json(ConnectionFigures connections) {
        return Json.createObjectBuilder()
                .add("most", Pool.SIZE)
                .add("inUse", connections.lent())
                .add("taken", connections.waits().count())
                .add("waitedSeconds", connections.waits().seconds())
                .add("failures", connections.failures());
    }

    private static JsonValue known(long number) {
        return number == Stock.UNKNOWN ? JsonValue.NULL : Json.createValue(number);
    }

    private static JsonObject json(Moment moment) {
        return Json.createObjectBuilder()
                .add("at", moment.at().toString())
                .add("sessions", moment.sessions())
                .add("streams", moment.streams())
                .add("received", moment.received())
                .add("sent", moment.sent())
                .add("logins", moment.logins())
                .add("failedLogins", moment.failedLogins())
                .add("memoryBytes", moment.memory())
                .add("threads", moment.threads())
                .add("busyWorkers", moment.busy())
                .add("waitingTasks", moment.waiting())
                .add("connections", moment.connections())
                .add("connectionWaitMillis", moment.connectionWaitMillis())
                .build();
    }
}
