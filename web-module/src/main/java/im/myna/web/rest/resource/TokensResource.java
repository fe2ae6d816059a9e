package im.myna.web.rest.resource;

import im.myna.administration.Tokens;
import im.myna.administration.container.Roles;
import im.myna.store.token.AccessToken;
import im.myna.store.token.Scope;
import im.myna.web.rest.message.Bodies;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Fields;
import im.myna.web.rest.message.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tokens of whoever asks. */
@Tag(name = "Tokens")
@Path("tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
@ApplicationScoped
public class TokensResource {
    private static final Duration USUAL = Duration.ofDays(90);

    @Inject
    private Tokens tokens;

    @Operation(summary = "One's own tokens")
    @GET
    public JsonObject list(@Context HttpServletRequest request) {
        var list = Json.createArrayBuilder();
        tokens.list(Caller.of(request)).forEach(token -> list.add(json(token)));
        return Json.createObjectBuilder().add("tokens", list).build();
    }

    /** The answer is the only one that tells the secret. */
    @Operation(summary = "Makes a token; its secret is told once")
    @RequestBodySchema(Bodies.NewToken.class)
    @APIResponse(responseCode = "201", description = "made")
    @POST
    public Response issue(@Context HttpServletRequest request, Fields fields) {
        fields.only("name", "scopes", "expires");
        var issued = tokens.issue(
                Caller.of(request),
                fields.text("name"),
                fields.choices("scopes", Scope.class),
                fields.time("expires", Instant.now().plus(USUAL)));
        var place = UriBuilder.fromPath("tokens/{id}").build(issued.token().id());
        return Response.created(place)
                .entity(json(issued.token()).add("token", issued.secret()).build())
                .build();
    }

    @Operation(summary = "Takes a token back")
    @DELETE
    @Path("{id}")
    public void revoke(@Context HttpServletRequest request, @PathParam("id") String id) {
        tokens.revoke(Caller.of(request), id);
    }

    private static JsonObjectBuilder json(AccessToken token) {
        var scopes = Json.createArrayBuilder();
        token.scopes().stream().sorted().map(Words::of).forEach(scopes::add);
        boolean never = token.used().equals(Instant.EPOCH);
        return Json.createObjectBuilder()
                .add("id", token.id())
                .add("name", token.name())
                .add("scopes", scopes)
                .add("created", token.created().toString())
                .add("expires", token.expires().toString())
                .add(
                        "used",
                        never ? JsonValue.NULL : Json.createValue(token.used().toString()));
    }
}
