package im.myna.web.rest.resource;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import im.myna.administration.Groups;
import im.myna.administration.container.Roles;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is in a group. */
@Tag(name = "Groups")
@Path("groups/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
@ApplicationScoped
public class MembersResource {
    private static final String ID = "id";
    private static final String MEMBERS = "members";
    private static final String ADD = "add";
    private static final String REMOVE = "remove";

    @Inject
    private Groups groups;

    @Operation(summary = "Who is in a group")
    @Parameter(
            name = "after",
            in = QUERY,
            description = "the \"next\" of the page before",
            schema = @Schema(type = STRING))
    @Parameter(name = "max", in = QUERY, description = "how many at most", schema = @Schema(ref = "Max"))
    @GET
    public JsonObject members(@Context HttpServletRequest request, @Context UriInfo uri, @PathParam(ID) String id) {
        var query = new Query(uri).only("after", "max");
        var list = Json.createArrayBuilder();
        var all = groups.members(Caller.of(request), Words.jid(id));
        return query.page(all, jid -> jid, jid -> list.add(jid.toString()))
                .add(MEMBERS, list)
                .build();
    }

    @Operation(summary = "Takes many in and sends many out, all or nobody")
    @RequestBodySchema(Bodies.MemberChange.class)
    @APIResponse(responseCode = "204", description = "done, and all who are here know it")
    @APIResponse(responseCode = "202", description = "done; there are many who are told of it just now")
    @PATCH
    public Response move(@Context HttpServletRequest request, @PathParam(ID) String id, Fields fields) {
        fields.only(ADD, REMOVE);
        return GroupsResource.answer(groups.move(
                Caller.of(request),
                Words.jid(id),
                GroupsResource.jids(ADD, fields),
                GroupsResource.jids(REMOVE, fields)));
    }

    @Operation(summary = "Says who is in a group, and nobody else")
    @RequestBodySchema(Bodies.Members.class)
    @APIResponse(responseCode = "204", description = "done, and all who are here know it")
    @APIResponse(responseCode = "202", description = "done; there are many who are told of it just now")
    @PUT
    public Response enlist(@Context HttpServletRequest request, @PathParam(ID) String id, Fields fields) {
        if (!fields.only(MEMBERS).has(MEMBERS)) {
            throw Words.invalid("the field '" + MEMBERS + "' is missing");
        }
        return GroupsResource.answer(
                groups.enlist(Caller.of(request), Words.jid(id), GroupsResource.jids(MEMBERS, fields)));
    }

    @Operation(summary = "Takes somebody in")
    @APIResponse(responseCode = "204", description = "done")
    @PUT
    @Path("{jid}")
    public Response join(@Context HttpServletRequest request, @PathParam(ID) String id, @PathParam("jid") String jid) {
        return GroupsResource.answer(groups.join(Caller.of(request), Words.jid(id), Words.jid(jid)));
    }

    @Operation(summary = "Sends somebody out")
    @APIResponse(responseCode = "204", description = "done")
    @DELETE
    @Path("{jid}")
    public Response leave(@Context HttpServletRequest request, @PathParam(ID) String id, @PathParam("jid") String jid) {
        return GroupsResource.answer(groups.leave(Caller.of(request), Words.jid(id), Words.jid(jid)));
    }
}
