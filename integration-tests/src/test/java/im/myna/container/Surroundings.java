package im.myna.container;

import im.myna.blackbox.server.Keys;
import im.myna.blackbox.server.Ports;
import java.io.File;
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
    private static final String ADAPTER = "myna.container.adapter";

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        // In the container the same test class runs again, with the settings that are there already.
        if (System.getProperty(PORT) == null && System.getProperty(OPTIONS) == null) {
            System.setProperty(OPTIONS, options());
            // Each deployment gets a server of its own from Arquillian's adapter, so the RAR has to come with the
            // server, and first.
            var deploy = Files.createTempFile(Path.of("target").toAbsolutePath(), "deploy", ".txt");
            Files.writeString(deploy, "deploy " + built("resource-adapter/target", ".rar") + "\n");
            System.setProperty(ADAPTER, "--postbootcommandfile " + deploy);
        }
    }

    /** The file with that ending in a folder of the project; what is made for the EAR only is none of our business. */
    static File built(String folder, String ending) {
        var files = Path.of("..")
                .toAbsolutePath()
                .normalize()
                .resolve(folder)
                .toFile()
                .listFiles((where, name) -> name.endsWith(ending) && !name.endsWith("-ear" + ending));
        if (files == null || files.length != 1) {
            throw new IllegalStateException(
                    "there is not exactly one *" + ending + " in " + folder + ": build it first");
        }
        return files[0];
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
