package im.myna.blackbox.server;

import im.myna.blackbox.client.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a server that is open for registration, as {@link Target}, and {@link Accounts} on it. It is started for the first
 * test that asks, and stopped after the last. With {@code -Dmyna.blackbox.server=DOMAIN,ADDRESS,PORT,DIRECT_PORT,HTTP_PORT,HTTPS_PORT} the tests use one
 * that runs already.
 */
public final class Served implements ParameterResolver {
    /** Of the account "admin". */
    public static final String ADMIN_PASSWORD = "the first administrator's";

    private static final String ELSEWHERE = "myna.blackbox.server";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Target.class || type == Accounts.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var target = target(context);
        return parameter.getParameter().getType() == Target.class ? target : new Accounts(target);
    }

    private static Target target(ExtensionContext context) {
        var elsewhere = System.getProperty(ELSEWHERE, "");
        if (!elsewhere.isEmpty()) {
            var parts = elsewhere.split(",", -1);
            return new Target(
                    parts[0],
                    parts[1],
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]),
                    Integer.parseInt(parts[4]),
                    Integer.parseInt(parts[5]));
        }
        return context.getRoot()
                .getStore(Namespace.create(Served.class))
                .getOrComputeIfAbsent("server", key -> start(), Server.class)
                .target();
    }

    // JUnit closes it, as it does with all that is closeable there.
    private static Server start() {
        try {
            return Server.start(
                    Files.createTempDirectory(Path.of("target").toAbsolutePath(), "served"),
                    Map.of(
                            "MYNA_ADMIN_PASSWORD",
                            ADMIN_PASSWORD,
                            "MYNA_CONTACT_ABUSE",
                            "mailto:abuse@example.com",
                            "MYNA_REGISTRATION",
                            "open",
                            "MYNA_LIMITS_REGISTRATIONS_PER_ADDRESS",
                            "0",
                            "MYNA_WEB_REQUEST_SECONDS",
                            "3"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
