package im.myna.web.rest.resource;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import im.myna.administration.Visits;
import im.myna.administration.Visits.Filter;
import im.myna.administration.Visits.Order;
import im.myna.administration.container.Roles;
import im.myna.link.Door;
import im.myna.link.Security;
import im.myna.session.Session;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import im.myna.web.rest.message.Bodies;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Fields;
import im.myna.web.rest.message.Query;
import im.myna.web.rest.message.Words;
import im.myna.xml.Element;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is here. */
@Tag(name = "Sessions")
@Path("sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
@ApplicationScoped
public class SessionsResource {
    private static final String ADDRESS = "address";
    private static final String DOOR = "door";

    @Inject
    private Visits visits;

    /** In the order of "sort", from the other end with a "-" before it; "offset" says how many to leave out at the beginning. */
    @Operation(summary = "Who is here")
    @Parameter(name = "user", in = QUERY, description = "a part of the name", schema = @Schema(type = STRING))
    @Parameter(name = "domain", in = QUERY, description = "of the account", schema = @Schema(type = STRING))
    @Parameter(name = "address", in = QUERY, description = "the IP address", schema = @Schema(type = STRING))
    @Parameter(name = "door", in = QUERY, description = "by which they came", schema = @Schema(ref = "Door"))
    @Parameter(
            name = "sort",
            in = QUERY,
            description = "jid, since, ...; with a - before it from the other end",
            schema = @Schema(type = STRING))
    @Parameter(name = "offset", in = QUERY, description = "how many to leave out", schema = @Schema(type = INTEGER))
    @Parameter(name = "max", in = QUERY, description = "how many at most", schema = @Schema(ref = "Max"))
    @GET
    public JsonObject list(@Context HttpServletRequest request, @Context UriInfo uri) {
        var query = new Query(uri).only("user", "domain", ADDRESS, DOOR, "sort", "offset", "max");
        var door = query.has(DOOR) ? query.choice(DOOR, Door.class, Door.TCP).name() : "";
        var filter = new Filter(query.text("user"), query.text("domain"), query.text(ADDRESS), door);
        var sort = query.has("sort") ? query.text("sort") : "jid";
        boolean descending = sort.startsWith("-");
        var order = Words.choice(Order.class, "sort", sort.substring(descending ? 1 : 0));
        var found = visits.list(Caller.of(request), filter, order, descending);
        int max = query.max();
        long offset = query.number("offset", 0, 0);
        var list = Json.createArrayBuilder();
        found.page(offset, max).forEach(session -> list.add(json(session)));
        return Json.createObjectBuilder()
                .add("sessions", list)
                .add("count", found.count())
                .build();
    }

    @Operation(summary = "One session")
    @GET
    @Path("{jid: .+}")
    public JsonObject find(@Context HttpServletRequest request, @PathParam("jid") String jid) {
        return json(visits.find(Caller.of(request), Words.jid(jid)));
    }

    @Operation(summary = "Closes a session; the client may come back")
    @DELETE
    @Path("{jid: .+}")
    public void close(@Context HttpServletRequest request, @PathParam("jid") String jid) {
        visits.close(Caller.of(request), Words.jid(jid));
    }

    @Operation(summary = "Sends a message of the server's to a client")
    @RequestBodySchema(Bodies.NewMessage.class)
    @POST
    @Path("{jid: .+}/messages")
    public void send(@Context HttpServletRequest request, @PathParam("jid") String jid, Fields fields) {
        fields.only("subject", "body");
        visits.send(Caller.of(request), Words.jid(jid), fields.text("subject", ""), fields.text("body"));
    }

    private static JsonObject json(Session session) {
        var link = session.link();
        var security = link.security();
        long idle = Math.max(0, System.nanoTime() - link.lastHeard());
        return Json.createObjectBuilder()
                .add("jid", session.jid().toString())
                .add(ADDRESS, Visits.ip(session))
                .add("port", link.address().getPort())
                .add(DOOR, Words.of(link.door()))
                .add("tls", security.encrypted() ? tls(security) : JsonValue.NULL)
                .add("presence", session.presence().map(SessionsResource::show).orElse("unavailable"))
                .add("priority", session.isAvailable() ? Json.createValue(session.priority()) : JsonValue.NULL)
                .add("since", session.since().toString())
                .add("idleSeconds", TimeUnit.NANOSECONDS.toSeconds(idle))
                .build();
    }

    private static JsonObject tls(Security security) {
        return Json.createObjectBuilder()
                .add("version", security.protocol())
                .add("cipher", security.cipher())
                .build();
    }

    /** RFC 6121, 4.7.2.1: without a show it is available. */
    private static String show(Presence presence) {
        return presence.payload().first(Stanza.NS, "show").map(Element::text).orElse("available");
    }
}
