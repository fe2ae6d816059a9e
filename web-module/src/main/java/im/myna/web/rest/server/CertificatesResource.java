package im.myna.web.rest.server;

import im.myna.administration.container.Roles;
import im.myna.administration.server.Certificates;
import im.myna.administration.server.Certificates.Shown;
import im.myna.web.rest.message.Bodies;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Fields;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the domains show when somebody asks who they are. */
@Tag(name = "Certificates")
@Path("certificates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AUDITOR, Roles.DOMAIN_ADMIN, Roles.ADMIN})
@ApplicationScoped
public class CertificatesResource {
    @Inject
    private Certificates certificates;

    @Operation(summary = "What the domains show")
    @GET
    public JsonObject list(@Context HttpServletRequest request) {
        var list = Json.createArrayBuilder();
        certificates.list(Caller.of(request)).forEach(shown -> list.add(json(shown)));
        return Json.createObjectBuilder()
                .add("certificates", list)
                .add("https", certificates.coverHttps() ? "the same" : "application-server")
                .build();
    }

    /** The chain, the domain's own first, and its key without password, PEM both. */
    @Operation(summary = "Installs a certificate and its key")
    @RequestBodySchema(Bodies.NewCertificate.class)
    @PUT
    @Path("{domain}")
    public JsonObject install(@Context HttpServletRequest request, @PathParam("domain") String domain, Fields fields) {
        fields.only("chain", "key");
        certificates.install(Caller.of(request), domain, fields.text("chain"), fields.text("key"));
        return list(request);
    }

    /** Reads the files again that have changed. */
    @Operation(summary = "Reads changed files again")
    @POST
    @Path("renewal")
    public void renew(@Context HttpServletRequest request) {
        certificates.renew(Caller.of(request));
    }

    private static JsonObject json(Shown shown) {
        return Json.createObjectBuilder()
                .add("domain", shown.domain())
                .add("names", Json.createArrayBuilder(shown.names()))
                .add("issuer", shown.issuer())
                .add("begins", shown.begins().toString())
                .add("ends", shown.ends().toString())
                .add("key", shown.key())
                .add("selfSigned", shown.selfSigned())
                .add("file", shown.file())
                .build();
    }
}
