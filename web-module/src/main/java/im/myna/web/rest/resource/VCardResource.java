package im.myna.web.rest.resource;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import im.myna.administration.Belongings;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.vcard.Format;
import im.myna.web.door.Problem;
import im.myna.web.rest.message.Caller;
import im.myna.web.rest.message.Query;
import im.myna.web.rest.message.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who a user is: XML, in one of the two formats that XMPP has for that. */
@Tag(name = "Users")
@Path("users/{jid}/vcard")
@ApplicationScoped
public class VCardResource {
    /** More than any setting is of use for; what counts is {@code myna.limits.vcard}. */
    private static final int MOST_BYTES = 8 << 20;

    @Inject
    private Belongings belongings;

    @Operation(summary = "Who a user is: XML")
    @Parameter(
            name = "format",
            in = QUERY,
            description = "as it was written if not said",
            schema =
                    @Schema(
                            type = STRING,
                            enumeration = {"temp", "four"}))
    @GET
    @Produces(MediaType.APPLICATION_XML)
    public String find(@Context HttpServletRequest request, @Context UriInfo uri, @PathParam("jid") String path) {
        var query = new Query(uri).only("format");
        var jid = Words.jid(path);
        var wanted = query.choice("format", Format.class, Format.TEMP);
        return belongings
                .card(Caller.of(request), jid)
                .map(card ->
                        card.as(query.has("format") ? wanted : card.format()).xml())
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, jid + " has no vCard"));
    }

    @Operation(summary = "Says who a user is; contacts see the photo at once")
    @PUT
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML, "application/vcard+xml"})
    public void change(@Context HttpServletRequest request, @PathParam("jid") String jid, InputStream body)
            throws IOException {
        var xml = body.readNBytes(MOST_BYTES + 1);
        if (xml.length > MOST_BYTES) {
            throw new WebApplicationException(Problem.of(413, "a vCard has at most " + MOST_BYTES + " bytes")
                    .with("Connection", "close")
                    .response());
        }
        belongings.changeCard(Caller.of(request), Words.jid(jid), xml);
    }

    @Operation(summary = "Takes away what a user said of themselves")
    @DELETE
    public void remove(@Context HttpServletRequest request, @PathParam("jid") String jid) {
        belongings.removeCard(Caller.of(request), Words.jid(jid));
    }
}
