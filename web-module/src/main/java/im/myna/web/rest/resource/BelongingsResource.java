package im.myna.web.rest.resource;

import im.myna.administration.Belongings;
import im.myna.administration.container.Roles;
import im.myna.store.roster.RosterItem;
import im.myna.web.rest.message.Bodies;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Fields;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an account has. */
@Tag(name = "Users")
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
@ApplicationScoped
public class BelongingsResource {
    private static final String MESSAGES = "messages";
    private static final String GROUPS = "groups";

    @Inject
    private Belongings belongings;

    @Operation(summary = "The contacts of a user")
    @GET
    @Path("{jid}/roster")
    public JsonObject roster(@Context HttpServletRequest request, @PathParam("jid") String jid) {
        var list = Json.createArrayBuilder();
        belongings.roster(Caller.of(request), Words.jid(jid)).items().values().stream()
                .sorted(Comparator.comparing(RosterItem::contact))
                .forEach(item -> list.add(json(item)));
        return Json.createObjectBuilder().add("contacts", list).build();
    }

    @Operation(summary = "Puts a contact on a user's list, or gives it another name and other groups")
    @RequestBodySchema(Bodies.Contact.class)
    @PUT
    @Path("{jid}/roster/{contact}")
    public JsonObject put(
            @Context HttpServletRequest request,
            @PathParam("jid") String jid,
            @PathParam("contact") String contact,
            Fields fields) {
        fields.only("name", GROUPS);
        var groups = fields.has(GROUPS) ? fields.texts(GROUPS) : List.<String>of();
        return json(belongings.put(
                Caller.of(request), Words.jid(jid), Words.jid(contact), fields.text("name", ""), groups));
    }

    @Operation(summary = "Takes a contact off a user's list, and ends the subscriptions between them")
    @DELETE
    @Path("{jid}/roster/{contact}")
    public void remove(
            @Context HttpServletRequest request, @PathParam("jid") String jid, @PathParam("contact") String contact) {
        belongings.remove(Caller.of(request), Words.jid(jid), Words.jid(contact));
    }

    @Operation(summary = "How many messages wait for a user")
    @GET
    @Path("{jid}/offline")
    public JsonObject waiting(@Context HttpServletRequest request, @PathParam("jid") String jid) {
        int count = belongings.waiting(Caller.of(request), Words.jid(jid));
        return Json.createObjectBuilder().add(MESSAGES, count).build();
    }

    /** Says how many there were. */
    @Operation(summary = "Throws away the messages that wait for a user")
    @DELETE
    @Path("{jid}/offline")
    public JsonObject discard(@Context HttpServletRequest request, @PathParam("jid") String jid) {
        int count = belongings.discard(Caller.of(request), Words.jid(jid));
        return Json.createObjectBuilder().add(MESSAGES, count).build();
    }

    private static JsonObject json(RosterItem item) {
        return Json.createObjectBuilder()
                .add("jid", item.contact().toString())
                .add("name", item.name())
                .add(GROUPS, Json.createArrayBuilder(item.groups()))
                .add("subscription", item.subscription().word())
                .add("ask", item.ask())
                .build();
    }
}
