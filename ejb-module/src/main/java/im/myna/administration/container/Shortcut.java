package im.myna.administration.container;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import javax.security.auth.Subject;

/**
 * Goes past Jakarta Security where there is nothing to be said. It would look its mechanism up by name, twice for each request, which
 * costs more than all that BOSH does with it.
 */
record Shortcut(ServerAuthContext longWay) implements ServerAuthContext {
    private static final String MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, Subject service) throws AuthException {
        return concerns(message)
                        || Boolean.parseBoolean(String.valueOf(message.getMap().get(MANDATORY)))
                ? longWay.validateRequest(message, client, service)
                : AuthStatus.SUCCESS;
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, Subject service) throws AuthException {
        return concerns(message) ? longWay.secureResponse(message, service) : AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, Subject subject) throws AuthException {
        longWay.cleanSubject(message, subject);
    }

    private static boolean concerns(MessageInfo message) {
        return message.getRequestMessage() instanceof HttpServletRequest request && Identity.isTold(request);
    }

    /** What the container asks for the way. */
    record Config(ServerAuthConfig ways) implements ServerAuthConfig {
        @Override
        public ServerAuthContext getAuthContext(String id, Subject service, Map<String, Object> properties)
                throws AuthException {
            return new Shortcut(ways.getAuthContext(id, service, properties));
        }

        @Override
        public String getMessageLayer() {
            return ways.getMessageLayer();
        }

        @Override
        public String getAppContext() {
            return ways.getAppContext();
        }

        @Override
        public String getAuthContextID(MessageInfo message) {
            return ways.getAuthContextID(message);
        }

        @Override
        public void refresh() {
            ways.refresh();
        }

        @Override
        public boolean isProtected() {
            return ways.isProtected();
        }
    }
}
