package im.myna.blackbox.rest;

import im.myna.blackbox.client.Target;
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
 * Gives tests the {@link Office} of a server with two domains, which believes this machine when it says for whom it speaks. One server for
 * all of these tests, and for no others: wrong passwords make an address wait.
 */
final class Governed implements ParameterResolver {
    static final String PASSWORD = "the administrator's own";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Target.class || type == Office.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var target = context.getRoot()
                .getStore(Namespace.create(Governed.class))
                .getOrComputeIfAbsent("server", key -> start(), Server.class)
                .target();
        return parameter.getParameter().getType() == Target.class ? target : new Office(target);
    }

    // JUnit closes it, as it does with all that is closeable there.
    private static Server start() {
        try {
            return Server.start(
                    Files.createTempDirectory(Path.of("target").toAbsolutePath(), "governed"),
                    Map.of(
                            "MYNA_DOMAIN",
                            Server.DOMAIN + "," + Office.ELSEWHERE,
                            "MYNA_ADMIN_PASSWORD",
                            PASSWORD,
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
