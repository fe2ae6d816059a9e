package im.myna.web.rest.resource;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import im.myna.administration.container.Roles;
import im.myna.administration.visit.Aspect;
import im.myna.administration.visit.Filter;
import im.myna.administration.visit.Visit;
import im.myna.administration.visit.Visits;
import im.myna.link.Door;
import im.myna.link.Security;
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
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
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
    private static final List<String> QUESTIONS = List.of("user", "domain", "sort", "offset", "max");
    /** What can be asked for by the word that it is. */
    private static final List<Aspect> WORDS = List.of(
            Aspect.ADDRESS, Aspect.DOOR, Aspect.TLS, Aspect.CIPHER, Aspect.MECHANISM, Aspect.CLIENT, Aspect.PRESENCE);

    @Inject
    private Visits visits;

    /** In the order of "sort", from the other end with a "-" before it; "offset" says how many to leave out at the beginning. */
    @Operation(summary = "Who is here")
    @Parameter(name = "user", in = QUERY, description = "a part of the name", schema = @Schema(type = STRING))
    @Parameter(name = "domain", in = QUERY, description = "of the account", schema = @Schema(type = STRING))
    @Parameter(name = "address", in = QUERY, description = "the IP address", schema = @Schema(type = STRING))
    @Parameter(name = "door", in = QUERY, description = "by which they came", schema = @Schema(ref = "Door"))
    @Parameter(name = "tls", in = QUERY, description = "the version, or none", schema = @Schema(type = STRING))
    @Parameter(name = "cipher", in = QUERY, description = "the suite, or none", schema = @Schema(type = STRING))
    @Parameter(name = "mechanism", in = QUERY, description = "of SASL", schema = @Schema(type = STRING))
    @Parameter(name = "client", in = QUERY, description = "a part of its name", schema = @Schema(type = STRING))
    @Parameter(name = "presence", in = QUERY, description = "away, dnd, ...", schema = @Schema(type = STRING))
    @Parameter(
            name = "sort",
            in = QUERY,
            description = "jid, since, ...; with a - before it from the other end",
            schema = @Schema(type = STRING))
    @Parameter(name = "offset", in = QUERY, description = "how many to leave out", schema = @Schema(type = INTEGER))
    @Parameter(name = "max", in = QUERY, description = "how many at most", schema = @Schema(ref = "Max"))
    @GET
    public JsonObject list(@Context HttpServletRequest request, @Context UriInfo uri) {
        var query = new Query(uri)
                .only(Stream.concat(QUESTIONS.stream(), WORDS.stream().map(Words::of))
                        .toArray(String[]::new));
        var sort = query.has("sort") ? query.text("sort") : "jid";
        boolean descending = sort.startsWith("-");
        var order = Words.choice(Aspect.class, "sort", sort.substring(descending ? 1 : 0));
        var found = visits.list(Caller.of(request), filter(query), order, descending);
        int max = query.max();
        long offset = query.number("offset", 0, 0);
        var list = Json.createArrayBuilder();
        found.page(offset, max).forEach(visit -> list.add(json(visit)));
        return Json.createObjectBuilder()
                .add("sessions", list)
                .add("count", found.count())
                .build();
    }

    private static Filter filter(Query query) {
        var aspects = new EnumMap<Aspect, String>(Aspect.class);
        for (var aspect : WORDS) {
            if (query.has(Words.of(aspect))) {
                aspects.put(aspect, query.text(Words.of(aspect)));
            }
        }
        if (query.has(DOOR)) {
            aspects.put(Aspect.DOOR, query.choice(DOOR, Door.class, Door.TCP).name());
        }
        return new Filter(query.text("user"), query.text("domain"), aspects);
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

    private static JsonObject json(Visit visit) {
        var security = visit.security();
        var traffic = visit.traffic();
        return Json.createObjectBuilder()
                .add("jid", visit.jid().toString())
                .add(ADDRESS, visit.address())
                .add("port", visit.port())
                .add(DOOR, Words.of(visit.door()))
                .add("tls", security.encrypted() ? tls(security) : JsonValue.NULL)
                .add("mechanism", visit.mechanism())
                .add("client", visit.client().isEmpty() ? JsonValue.NULL : Json.createValue(visit.client()))
                .add("presence", visit.presence())
                .add(
                        "priority",
                        visit.priority().<JsonValue>map(Json::createValue).orElse(JsonValue.NULL))
                .add("since", visit.since().toString())
                .add("idleSeconds", visit.idle().toSeconds())
                .add("bytesReceived", traffic.received())
                .add("bytesSent", traffic.sent())
                .add("bytesWaiting", traffic.waiting())
                .build();
    }

    private static JsonObject tls(Security security) {
        return Json.createObjectBuilder()
                .add("version", security.protocol())
                .add("cipher", security.cipher())
                .build();
    }
}
