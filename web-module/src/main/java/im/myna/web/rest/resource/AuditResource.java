package im.myna.web.rest.resource;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import im.myna.administration.Chronicle;
import im.myna.administration.container.Roles;
import im.myna.store.audit.AuditEntry;
import im.myna.store.audit.AuditSearch;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who changed what. */
@Tag(name = "Audit")
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
@ApplicationScoped
public class AuditResource {
    @Inject
    private Chronicle chronicle;

    /** The newest first; "before" is the number of the last one that is known already. */
    @Operation(summary = "Who changed what, the newest first")
    @Parameter(name = "domain", in = QUERY, description = "of the subject", schema = @Schema(type = STRING))
    @Parameter(name = "who", in = QUERY, description = "a bare address", schema = @Schema(type = STRING))
    @Parameter(name = "subject", in = QUERY, description = "a bare address", schema = @Schema(type = STRING))
    @Parameter(name = "action", in = QUERY, description = "such as user.add", schema = @Schema(type = STRING))
    @Parameter(
            name = "before",
            in = QUERY,
            description = "the \"next\" of the page before",
            schema = @Schema(type = INTEGER))
    @Parameter(name = "max", in = QUERY, description = "how many at most", schema = @Schema(ref = "Max"))
    @GET
    public JsonObject page(@Context HttpServletRequest request, @Context UriInfo uri) {
        var query = new Query(uri).only("domain", "who", "subject", "action", "before", "max");
        var search =
                new AuditSearch(query.text("domain"), query.text("who"), query.text("subject"), query.text("action"));
        int max = query.max();
        var found = chronicle.page(Caller.of(request), search, query.number("before", 1, Long.MAX_VALUE), max + 1);
        var page = found.subList(0, Math.min(max, found.size()));
        var list = Json.createArrayBuilder();
        page.forEach(entry -> list.add(json(entry)));
        var answer = Json.createObjectBuilder().add("entries", list);
        if (found.size() > max) {
            answer.add("next", page.get(max - 1).number());
        }
        return answer.build();
    }

    private static JsonObject json(AuditEntry entry) {
        return Json.createObjectBuilder()
                .add("number", entry.number())
                .add("at", entry.at().toString())
                .add("who", entry.who())
                .add("address", entry.address())
                .add("action", entry.action())
                .add("subject", entry.subject())
                .add("before", entry.before())
                .add("after", entry.after())
                .build();
    }
}
