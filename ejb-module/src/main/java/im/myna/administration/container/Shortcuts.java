package im.myna.administration.container;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.servlet.ServletContext;
import javax.security.auth.callback.CallbackHandler;

/** Puts the {@link Shortcut} in the place of what Jakarta Security told the container. */
public final class Shortcuts {
    // Jakarta Authentication 3.0, 3.1 and 3.2
    private static final String LAYER = "HttpServlet";

    private Shortcuts() {}

    /** When the application begins, and the mechanism is known to the container. It forgets both at the end. */
    public static void lay(ServletContext application) {
        var factory = AuthConfigFactory.getFactory();
        var name = application.getVirtualServerName() + " " + application.getContextPath();
        var longWay = factory.getConfigProvider(LAYER, name, null);
        if (longWay == null) {
            throw new IllegalStateException("the container knows nothing of Jakarta Security");
        }
        factory.registerConfigProvider(new Provider(longWay), LAYER, name, "Myna");
    }

    private record Provider(AuthConfigProvider longWay) implements AuthConfigProvider {
        @Override
        public ServerAuthConfig getServerAuthConfig(String layer, String application, CallbackHandler handler)
                throws AuthException {
            return new Shortcut.Config(longWay.getServerAuthConfig(layer, application, handler));
        }

        @Override
        public ClientAuthConfig getClientAuthConfig(String layer, String application, CallbackHandler handler)
                throws AuthException {
            return longWay.getClientAuthConfig(layer, application, handler);
        }

        @Override
        public void refresh() {
            longWay.refresh();
        }
    }
}
