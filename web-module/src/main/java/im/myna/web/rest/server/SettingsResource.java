package im.myna.web.rest.server;

import im.myna.administration.container.Roles;
import im.myna.administration.server.ServerSettings;
import im.myna.administration.server.ServerSettings.Current;
import im.myna.web.rest.message.Bodies;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Fields;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The settings, which can be changed while the server runs. */
@Tag(name = "Settings")
@Path("settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
@ApplicationScoped
public class SettingsResource {
    @Inject
    private ServerSettings settings;

    @Operation(summary = "All settings")
    @GET
    public JsonObject list(@Context HttpServletRequest request) {
        return json(settings.list(Caller.of(request)));
    }

    /** The fields are keys of settings; all of them are changed, or none. */
    @Operation(summary = "Changes settings: all of those that are named, or none")
    @RequestBodySchema(Bodies.NewValues.class)
    @PATCH
    public JsonObject change(@Context HttpServletRequest request, Fields fields) {
        var actor = Caller.of(request);
        var wanted = fields.names().stream().collect(Collectors.toMap(Function.identity(), fields::plain));
        settings.change(actor, wanted);
        return json(wanted.keySet().stream()
                .sorted()
                .map(key -> settings.find(actor, key))
                .toList());
    }

    @Operation(summary = "One setting")
    @GET
    @Path("{key}")
    public JsonObject find(@Context HttpServletRequest request, @PathParam("key") String key) {
        return json(settings.find(Caller.of(request), key));
    }

    @Operation(summary = "Changes a setting")
    @RequestBodySchema(Bodies.NewValue.class)
    @PATCH
    @Path("{key}")
    public JsonObject change(@Context HttpServletRequest request, @PathParam("key") String key, Fields fields) {
        var actor = Caller.of(request);
        settings.change(actor, Map.of(key, fields.only("value").plain("value")));
        return json(settings.find(actor, key));
    }

    /** Back to what was told at the start. */
    @Operation(summary = "Back to what was told at the start")
    @DELETE
    @Path("{key}")
    public void reset(@Context HttpServletRequest request, @PathParam("key") String key) {
        settings.reset(Caller.of(request), key);
    }

    private static JsonObject json(Collection<Current> all) {
        var list = Json.createArrayBuilder();
        all.forEach(each -> list.add(json(each)));
        return Json.createObjectBuilder().add("settings", list).build();
    }

    private static JsonObject json(Current current) {
        var setting = current.setting();
        boolean here = current.origin().equals(ServerSettings.HERE);
        return Json.createObjectBuilder()
                .add("key", setting.key())
                .add("description", setting.description())
                .add("type", setting.type())
                .add("allowed", setting.allowed())
                .add("choices", Json.createArrayBuilder(List.copyOf(setting.choices())))
                .add("default", setting.fallback())
                .add("secret", setting.secret())
                .add("value", setting.secret() ? JsonValue.NULL : Json.createValue(current.value()))
                .add("set", current.told())
                .add("origin", current.origin())
                .add("restart", !setting.live())
                .add("changedBy", here ? Json.createValue(current.changedBy()) : JsonValue.NULL)
                .add("changedAt", here ? time(current.changedAt()) : JsonValue.NULL)
                .build();
    }

    private static JsonValue time(Instant time) {
        return Json.createValue(time.toString());
    }
}
