package im.myna.web.rest;

import im.myna.web.rest.message.FieldsReader;
import im.myna.web.rest.message.JsonWriter;
import im.myna.web.rest.message.Problems;
import im.myna.web.rest.message.Strangers;
import im.myna.web.rest.resource.AuditResource;
import im.myna.web.rest.resource.BelongingsResource;
import im.myna.web.rest.resource.GroupsResource;
import im.myna.web.rest.resource.SessionsResource;
import im.myna.web.rest.resource.StatusResource;
import im.myna.web.rest.resource.TokensResource;
import im.myna.web.rest.resource.UsersResource;
import im.myna.web.rest.server.BroadcastsResource;
import im.myna.web.rest.server.CertificatesResource;
import im.myna.web.rest.server.LogResource;
import im.myna.web.rest.server.SettingsResource;
import im.myna.web.rest.server.StatisticsResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** All that there is by REST. Named one by one, and without what the server would look for besides: it takes its time at the start. */
@ApplicationPath(Gate.PATH)
public class RestApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AuditResource.class,
                BelongingsResource.class,
                GroupsResource.class,
                BroadcastsResource.class,
                CertificatesResource.class,
                LogResource.class,
                SessionsResource.class,
                SettingsResource.class,
                StatisticsResource.class,
                StatusResource.class,
                TokensResource.class,
                UsersResource.class,
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
                "jersey.config.beanValidation.disable.server", true);
    }
}
