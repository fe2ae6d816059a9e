package im.myna.web.rest.resource;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.BOOLEAN;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import im.myna.administration.Users;
import im.myna.administration.container.Roles;
import im.myna.session.Sessions;
import im.myna.settings.Settings;
import im.myna.store.account.Account;
import im.myna.store.account.Lock;
import im.myna.store.account.Role;
import im.myna.store.account.Search;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The accounts. */
@Tag(name = "Users")
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
@ApplicationScoped
public class UsersResource {
    private static final String ROLE = "role";
    private static final String PASSWORD = "password";
    private static final String DISABLED = "disabled";
    private static final String LOCKED_UNTIL = "lockedUntil";

    @Inject
    private Users users;

    @Inject
    private Sessions sessions;

    @Inject
    private Settings settings;

    @Operation(summary = "The users of a domain, by name")
    @Parameter(name = "domain", in = QUERY, description = "the main one if not said", schema = @Schema(type = STRING))
    @Parameter(name = "search", in = QUERY, description = "a part of the name", schema = @Schema(type = STRING))
    @Parameter(name = "role", in = QUERY, description = "of the user", schema = @Schema(ref = "Role"))
    @Parameter(name = "locked", in = QUERY, description = "whether they are kept out", schema = @Schema(type = BOOLEAN))
    @Parameter(
            name = "after",
            in = QUERY,
            description = "the \"next\" of the page before",
            schema = @Schema(type = STRING))
    @Parameter(name = "max", in = QUERY, description = "how many at most", schema = @Schema(ref = "Max"))
    @GET
    public JsonObject list(@Context HttpServletRequest request, @Context UriInfo uri) {
        var query = new Query(uri).only("domain", "search", ROLE, "locked", "after", "max");
        var actor = Caller.of(request);
        var search = search(query, query.has("domain") ? query.text("domain") : home(users.domains(actor)));
        int max = query.max();
        // One more, to know whether there are more.
        var found = users.page(actor, search, query.text("after"), max + 1);
        var page = found.subList(0, Math.min(max, found.size()));
        var list = Json.createArrayBuilder();
        page.forEach(account -> list.add(json(account)));
        var answer = Json.createObjectBuilder().add("users", list).add("count", users.count(actor, search));
        if (found.size() > max) {
            answer.add("next", page.get(max - 1).jid().local());
        }
        return answer.build();
    }

    /** The main domain, for those who see it. */
    private String home(List<String> seen) {
        return seen.stream().findFirst().orElse(settings.domains().get(0));
    }

    private static Search search(Query query, String domain) {
        var search = Search.in(domain).text(query.text("search"));
        if (query.has(ROLE)) {
            search = search.roles(Set.of(query.choice(ROLE, Role.class, Role.USER)));
        }
        return query.has("locked")
                ? search.standing(query.flag("locked") ? Search.Standing.CLOSED : Search.Standing.OPEN, Instant.now())
                : search;
    }

    @Operation(summary = "Makes an account")
    @RequestBodySchema(Bodies.NewUser.class)
    @APIResponse(responseCode = "201", description = "made")
    @POST
    public Response add(@Context HttpServletRequest request, Fields fields) {
        fields.only("jid", PASSWORD, ROLE);
        var account = users.add(
                Caller.of(request),
                Words.jid("jid", fields.text("jid")),
                fields.text(PASSWORD),
                fields.choice(ROLE, Role.class, Role.USER));
        var place = UriBuilder.fromPath("users/{jid}").build(account.jid().toString());
        return Response.created(place).entity(json(account)).build();
    }

    @Operation(summary = "One user")
    @GET
    @Path("{jid}")
    public JsonObject find(@Context HttpServletRequest request, @PathParam("jid") String jid) {
        return json(users.find(Caller.of(request), Words.jid(jid)));
    }

    /** What is not named stays. */
    @Operation(summary = "Changes a user; what is not named stays")
    @RequestBodySchema(Bodies.UserChange.class)
    @PATCH
    @Path("{jid}")
    public JsonObject change(@Context HttpServletRequest request, @PathParam("jid") String path, Fields fields) {
        fields.only(ROLE, DISABLED, LOCKED_UNTIL);
        var actor = Caller.of(request);
        var jid = Words.jid(path);
        var before = users.find(actor, jid);
        var role = fields.choice(ROLE, Role.class, before.role());
        var lock = new Lock(
                fields.flag(DISABLED, before.lock().disabled()),
                fields.time(LOCKED_UNTIL, before.lock().until()));
        // The role first: it needs the greater right, so nothing is done by halves.
        users.changeRole(actor, jid, role);
        users.changeLock(actor, jid, lock);
        return json(users.find(actor, jid));
    }

    @Operation(summary = "Changes a password; sessions end")
    @RequestBodySchema(Bodies.NewPassword.class)
    @PUT
    @Path("{jid}/password")
    public void password(@Context HttpServletRequest request, @PathParam("jid") String jid, Fields fields) {
        users.changePassword(
                Caller.of(request), Words.jid(jid), fields.only(PASSWORD).text(PASSWORD));
    }

    @Operation(summary = "Deletes an account with everything of theirs")
    @DELETE
    @Path("{jid}")
    public void remove(@Context HttpServletRequest request, @PathParam("jid") String jid) {
        users.remove(Caller.of(request), Words.jid(jid));
    }

    private JsonObject json(Account account) {
        var until = account.lock().until();
        return Json.createObjectBuilder()
                .add("jid", account.jid().toString())
                .add(ROLE, Words.of(account.role()))
                .add(DISABLED, account.lock().disabled())
                .add(LOCKED_UNTIL, until.equals(Instant.EPOCH) ? JsonValue.NULL : Json.createValue(until.toString()))
                .add("created", account.created().toString())
                .add("sessions", sessions.of(account.jid()).size())
                .build();
    }
}
