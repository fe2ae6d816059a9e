package im.myna.web.rest.resource;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import im.myna.administration.Actor;
import im.myna.administration.Groups;
import im.myna.administration.Users;
import im.myna.administration.container.Roles;
import im.myna.jid.Jid;
import im.myna.roster.Circle;
import im.myna.settings.Settings;
import im.myna.store.group.Group;
import im.myna.store.group.Sharing;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Groups of accounts, and on whose contact lists they are. */
@Tag(name = "Groups")
@Path("groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
@ApplicationScoped
public class GroupsResource {
    private static final String ID = "id";
    private static final String DISPLAY_NAME = "displayName";
    private static final String DESCRIPTION = "description";
    private static final String SHARING = "sharing";
    private static final String AUDIENCE = "audience";
    private static final String MEMBERS = "members";

    @Inject
    private Groups groups;

    @Inject
    private Users users;

    @Inject
    private Settings settings;

    @Operation(summary = "The groups of a domain")
    @Parameter(name = "domain", in = QUERY, description = "the main one if not said", schema = @Schema(type = STRING))
    @Parameter(name = "search", in = QUERY, description = "a part of the name", schema = @Schema(type = STRING))
    @Parameter(name = "member", in = QUERY, description = "whose groups", schema = @Schema(type = STRING))
    @Parameter(
            name = "after",
            in = QUERY,
            description = "the \"next\" of the page before",
            schema = @Schema(type = STRING))
    @Parameter(name = "max", in = QUERY, description = "how many at most", schema = @Schema(ref = "Max"))
    @GET
    public JsonObject list(@Context HttpServletRequest request, @Context UriInfo uri) {
        var query = new Query(uri).only("domain", "search", "member", "after", "max");
        var actor = Caller.of(request);
        var member = query.has("member") ? Words.jid("member", query.text("member")) : Jid.NONE;
        var filter = new Groups.Filter(domain(actor, query, member), query.text("search"), member);
        var list = Json.createArrayBuilder();
        return query.page(groups.list(actor, filter), circle -> circle.group().id(), circle -> list.add(json(circle)))
                .add("groups", list)
                .build();
    }

    /** That of the member, or the main one that he sees. */
    private String domain(Actor actor, Query query, Jid member) {
        if (query.has("domain")) {
            return query.text("domain");
        }
        return member.isNone()
                ? users.domains(actor).stream()
                        .findFirst()
                        .orElse(settings.domains().get(0))
                : member.domain();
    }

    @Operation(summary = "Makes a group")
    @RequestBodySchema(Bodies.NewGroup.class)
    @APIResponse(responseCode = "201", description = "made")
    @POST
    public Response add(@Context HttpServletRequest request, Fields fields) {
        fields.only(ID, DISPLAY_NAME, DESCRIPTION, SHARING, AUDIENCE, MEMBERS);
        var group = changed(Group.of(Words.jid(ID, fields.text(ID))), fields);
        var circle = groups.add(Caller.of(request), group, jids(MEMBERS, fields));
        var place = UriBuilder.fromPath("groups/{id}").build(group.id().toString());
        return Response.created(place).entity(json(circle)).build();
    }

    @Operation(summary = "One group")
    @GET
    @Path("{id}")
    public JsonObject find(@Context HttpServletRequest request, @PathParam(ID) String id) {
        return json(groups.find(Caller.of(request), Words.jid(id)));
    }

    /** What is not named stays. */
    @Operation(summary = "Changes a group; what is not named stays")
    @RequestBodySchema(Bodies.GroupChange.class)
    @APIResponse(responseCode = "200", description = "changed, and all who are here know it")
    @APIResponse(responseCode = "202", description = "changed; there are many who are told of it just now")
    @PATCH
    @Path("{id}")
    public Response change(@Context HttpServletRequest request, @PathParam(ID) String id, Fields fields) {
        fields.only(DISPLAY_NAME, DESCRIPTION, SHARING, AUDIENCE);
        var actor = Caller.of(request);
        var before = groups.find(actor, Words.jid(id)).group();
        boolean told = groups.change(actor, changed(before, fields));
        return Response.status(told ? Status.OK : Status.ACCEPTED)
                .entity(json(groups.find(actor, before.id())))
                .build();
    }

    private static Group changed(Group group, Fields fields) {
        var sharing = fields.choice(SHARING, Sharing.class, group.sharing());
        var audience = fields.has(AUDIENCE) ? jids(AUDIENCE, fields) : group.audience();
        if (sharing != Sharing.GROUPS && fields.has(AUDIENCE) && !audience.isEmpty()) {
            throw Words.invalid("an 'audience' is for what is shared with 'groups'");
        }
        return group.displayName(fields.text(DISPLAY_NAME, group.displayName()))
                .description(fields.text(DESCRIPTION, group.description()))
                .shared(sharing, audience);
    }

    static Set<Jid> jids(String name, Fields fields) {
        return fields.texts(name).stream().map(text -> Words.jid(name, text)).collect(Collectors.toSet());
    }

    @Operation(summary = "Removes a group")
    @APIResponse(responseCode = "204", description = "removed, and all who are here know it")
    @APIResponse(responseCode = "202", description = "removed; there are many who are told of it just now")
    @DELETE
    @Path("{id}")
    public Response remove(@Context HttpServletRequest request, @PathParam(ID) String id) {
        return answer(groups.remove(Caller.of(request), Words.jid(id)));
    }

    static Response answer(boolean told) {
        return Response.status(told ? Status.NO_CONTENT : Status.ACCEPTED).build();
    }

    private static JsonObject json(Circle circle) {
        var group = circle.group();
        var audience = group.audience().stream().sorted().map(Jid::toString).toList();
        return Json.createObjectBuilder()
                .add(ID, group.id().toString())
                .add(DISPLAY_NAME, group.displayName())
                .add(DESCRIPTION, group.description())
                .add(SHARING, Words.of(group.sharing()))
                .add(AUDIENCE, Json.createArrayBuilder(audience))
                .add(MEMBERS, circle.members().size())
                .build();
    }
}
