package im.myna.web.rest;

import im.myna.web.rest.message.FieldsReader;
import im.myna.web.rest.message.JsonWriter;
import im.myna.web.rest.message.Problems;
import im.myna.web.rest.message.Strangers;
import im.myna.web.rest.resource.AuditResource;
import im.myna.web.rest.resource.BelongingsResource;
import im.myna.web.rest.resource.GroupsResource;
import im.myna.web.rest.resource.MembersResource;
import im.myna.web.rest.resource.SessionsResource;
import im.myna.web.rest.resource.StatusResource;
import im.myna.web.rest.resource.TokensResource;
import im.myna.web.rest.resource.TracingResource;
import im.myna.web.rest.resource.UsersResource;
import im.myna.web.rest.resource.VCardResource;
import im.myna.web.rest.server.BroadcastsResource;
import im.myna.web.rest.server.CertificatesResource;
import im.myna.web.rest.server.LogResource;
import im.myna.web.rest.server.SettingsResource;
import im.myna.web.rest.server.StatisticsResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** All that there is by REST. Named one by one, and without what the server would look for besides: it takes its time at the start. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Myna: administration by REST",
                        version = "v1",
                        description = "What each role may, and what goes wrong, stands in docs/rest.md of the product."
                                + " Errors are application/problem+json (RFC 9457)."),
        components =
                @Components(
                        schemas = {
                            @Schema(
                                    name = "Role",
                                    type = SchemaType.STRING,
                                    enumeration = {"user", "auditor", "domain-admin", "admin"}),
                            @Schema(
                                    name = "Door",
                                    type = SchemaType.STRING,
                                    enumeration = {"tcp", "direct-tls", "websocket", "bosh"}),
                            @Schema(
                                    name = "Sharing",
                                    type = SchemaType.STRING,
                                    enumeration = {"nobody", "everybody", "groups"}),
                            @Schema(
                                    name = "Max",
                                    type = SchemaType.INTEGER,
                                    minimum = "1",
                                    maximum = "1000",
                                    defaultValue = "100")
                        }),
        security = {
            @SecurityRequirement(name = RestApplication.PASSWORD),
            @SecurityRequirement(name = RestApplication.TOKEN)
        })
@SecurityScheme(
        securitySchemeName = RestApplication.PASSWORD,
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "The address and the password of an account.")
@SecurityScheme(
        securitySchemeName = RestApplication.TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A token that an account made.")
@ApplicationPath(Gate.PATH)
public class RestApplication extends Application {
    static final String PASSWORD = "password";
    static final String TOKEN = "token";

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AuditResource.class,
                BelongingsResource.class,
                GroupsResource.class,
                MembersResource.class,
                BroadcastsResource.class,
                CertificatesResource.class,
                LogResource.class,
                SessionsResource.class,
                SettingsResource.class,
                StatisticsResource.class,
                StatusResource.class,
                TokensResource.class,
                TracingResource.class,
                UsersResource.class,
                VCardResource.class,
                FieldsReader.class,
                JsonWriter.class,
                Problems.class,
                Strangers.class);
    }

    /** Of Jersey; another would not know them. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.disableAutoDiscovery", true,
                "jersey.config.beanValidation.disable.server", true,
                // The container's roles stand before each resource (@RolesAllowed).
                "jersey.config.server.provider.classnames",
                        "org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature");
    }
}
