package im.myna.container;

import im.myna.blackbox.server.Keys;
import im.myna.blackbox.server.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the server in the container is told: settings as system properties, handed to it by arquillian.xml. */
public final class Surroundings implements BeforeAllCallback {
    static final String DOMAIN = "im.example.com";
    static final String PORT = "myna.port.client";

    private static final String OPTIONS = "myna.container.options";

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        // In the container the same test class runs again, with the settings that are there already.
        if (System.getProperty(PORT) == null && System.getProperty(OPTIONS) == null) {
            System.setProperty(OPTIONS, options());
        }
    }

    private static String options() throws Exception {
        var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "container");
        var chain = folder.resolve("chain.pem");
        var key = folder.resolve("key.pem");
        Keys.make(folder, DOMAIN).write(chain, key);
        var ports = Ports.free(2);
        return String.join(
                " ",
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dmyna.domain=" + DOMAIN,
                        "-Dmyna.address=127.0.0.1",
                        "-D" + PORT + "=" + ports.get(0),
                        "-Dmyna.port.client-tls=" + ports.get(1),
                        "-Dmyna.data=" + folder,
                        "-Dmyna.tls.certificate=" + chain,
                        "-Dmyna.tls.key=" + key,
                        "-Dmyna.db.url=jdbc:h2:file:" + folder.resolve("myna"),
                        "-Dmyna.db.class=org.h2.jdbcx.JdbcDataSource"));
    }
}
