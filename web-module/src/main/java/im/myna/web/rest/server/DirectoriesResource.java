package im.myna.web.rest.server;

import im.myna.administration.directory.CompanyDirectories;
import im.myna.company.Branch;
import im.myna.directory.Step;
import im.myna.directory.connection.Connections;
import im.myna.directory.definition.Key;
import im.myna.store.directory.Round;
import im.myna.web.rest.message.Bodies;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Fields;
import im.myna.web.rest.message.Query;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The directories of companies (LDAP), whose people log in with the password they have there. */
@Tag(name = "Directories")
@Path("directories")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class DirectoriesResource {
    private static final String USER = "user";

    @Inject
    private CompanyDirectories directories;

    @Operation(summary = "All directories, and how it is with them")
    @GET
    public JsonObject list(@Context HttpServletRequest request) {
        var actor = Caller.of(request);
        var list = Json.createArrayBuilder();
        directories
                .list(actor)
                .forEach(branch -> list.add(
                        json(branch, directories.round(actor, branch.notion().name()))));
        return Json.createObjectBuilder().add("directories", list).build();
    }

    @Operation(summary = "One directory, with all that was said of it but its password")
    @GET
    @Path("{name}")
    public JsonObject find(@Context HttpServletRequest request, @PathParam("name") String name) {
        var actor = Caller.of(request);
        var branch = directories.find(actor, name);
        var values = Json.createObjectBuilder();
        branch.notion().shown().forEach(values::add);
        return json(branch, directories.round(actor, name))
                .add("values", values)
                .build();
    }

    /** The fields are keys of definitions; what is not named is as if it was never said, but for the password. */
    @Operation(summary = "Tells of a directory; a password that is not said stays")
    @RequestBodySchema(Bodies.NewValues.class)
    @PUT
    @Path("{name}")
    public JsonObject put(@Context HttpServletRequest request, @PathParam("name") String name, Fields fields) {
        directories.put(Caller.of(request), name, values(fields));
        return find(request, name);
    }

    @Operation(summary = "Forgets a directory; accounts stay, but nobody can log in to them by it any more")
    @DELETE
    @Path("{name}")
    public void remove(@Context HttpServletRequest request, @PathParam("name") String name) {
        directories.remove(Caller.of(request), name);
    }

    /** The fields are as in PUT, and "user" besides; without any of them, what is known of that name is tried. */
    @Operation(summary = "Tries a definition step by step, and keeps nothing of it")
    @RequestBodySchema(Bodies.NewValues.class)
    @POST
    @Path("{name}/test")
    public JsonObject test(@Context HttpServletRequest request, @PathParam("name") String name, Fields fields) {
        var values = values(fields);
        var user = Optional.ofNullable(values.remove(USER)).orElse("");
        return steps(directories.test(Caller.of(request), name, values, user));
    }

    @Operation(summary = "What logging in as somebody would do")
    @Parameter(name = USER, in = ParameterIn.QUERY, description = "the name in front of the @", required = true)
    @GET
    @Path("{name}/explain")
    public JsonObject explain(
            @Context HttpServletRequest request, @PathParam("name") String name, @Context UriInfo uri) {
        var user = new Query(uri).only(USER).text(USER);
        return steps(directories.explain(Caller.of(request), name, user));
    }

    @Operation(summary = "Looks at the whole directory now, and brings accounts and groups in step with it")
    @POST
    @Path("{name}/follow")
    public JsonObject follow(@Context HttpServletRequest request, @PathParam("name") String name) {
        return json(directories.follow(Caller.of(request), name)).build();
    }

    private static Map<String, String> values(Fields fields) {
        var values = new HashMap<String, String>();
        fields.names().forEach(name -> values.put(name, fields.plain(name)));
        return values;
    }

    private static JsonObjectBuilder json(Branch branch, Optional<Round> round) {
        var notion = branch.notion();
        return Json.createObjectBuilder()
                .add("name", notion.name())
                .add("origin", notion.file().isEmpty() ? "here" : "file")
                .add("domains", Json.createArrayBuilder(branch.domains()))
                .add("problem", branch.problem())
                .add(
                        "passwordSet",
                        notion.values().keySet().stream()
                                .flatMap(title -> Key.named(title).stream())
                                .anyMatch(key -> key == Key.BIND_PASSWORD
                                        || key == Key.BIND_PASSWORD_FILE
                                        || key == Key.BIND_PASSWORD_ENVIRONMENT))
                .add("waiting", branch.busy())
                .add(
                        "connections",
                        branch.directory()
                                .<JsonValue>map(directory -> json(directory.state()))
                                .orElse(JsonValue.NULL))
                .add("round", round.<JsonValue>map(last -> json(last).build()).orElse(JsonValue.NULL));
    }

    private static JsonObject json(Connections.State state) {
        return Json.createObjectBuilder()
                .add("open", state.open())
                .add("most", state.most())
                .add("answered", state.answered())
                .add("failures", state.failures())
                .add("away", state.away())
                .build();
    }

    private static JsonObjectBuilder json(Round round) {
        return Json.createObjectBuilder()
                .add("began", round.began().toString())
                .add("millis", round.millis())
                .add("people", round.people())
                .add("groups", round.teams())
                .add("problem", round.problem())
                .add("skipped", Json.createArrayBuilder(round.skipped()));
    }

    private static JsonObject steps(List<Step> steps) {
        var list = Json.createArrayBuilder();
        steps.forEach(step -> list.add(Json.createObjectBuilder()
                .add("step", step.title())
                .add("good", step.good())
                .add("text", step.text())
                .add("millis", step.took().toMillis())));
        return Json.createObjectBuilder().add("steps", list).build();
    }
}
