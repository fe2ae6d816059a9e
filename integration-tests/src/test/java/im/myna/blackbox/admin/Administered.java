package im.myna.blackbox.admin;

import im.myna.blackbox.server.Server;
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
 * Gives tests the {@link Site} of a server with two domains, which believes this machine when it says for whom it speaks. One server for
 * all of these tests, and for no others: wrong passwords make an address wait.
 */
final class Administered implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new Site(context.getRoot()
                .getStore(Namespace.create(Administered.class))
                .getOrComputeIfAbsent("server", key -> start(), Server.class)
                .target());
    }

    // JUnit closes it, as it does with all that is closeable there.
    private static Server start() {
        try {
            return Server.start(
                    Files.createTempDirectory(Path.of("target").toAbsolutePath(), "administered"),
                    Map.of(
                            "MYNA_DOMAIN",
                            Site.HERE + "," + Site.ELSEWHERE,
                            "MYNA_ADMIN_PASSWORD",
                            Site.PASSWORD,
                            "MYNA_WEB_PROXIES",
                            "127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
