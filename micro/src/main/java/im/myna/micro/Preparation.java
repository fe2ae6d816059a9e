package im.myna.micro;

import im.myna.settings.Setting;
import im.myna.settings.Settings;
import im.myna.socket.tls.Provision;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From the command line to what the server is told: reads and checks the settings, makes the data folder and a certificate where
 * there is none. What it returns becomes system properties, so that adapter, application and data source see the same.
 */
public final class Preparation implements Function<List<String>, Map<String, String>> {
    /** Where Payara finds the certificate of its HTTPS port. */
    static final String KEYSTORE = "javax.net.ssl.keyStore";

    /** The files of all certificates and keys, also of those that may be installed later, separated as paths are. */
    static final String CERTIFICATES = "myna.https.files";

    /** Where each setting was said, as "key=where", with spaces between. */
    static final String ORIGINS = "myna.told.origins";

    static final String KEYSTORE_PASSWORD = "javax.net.ssl.keyStorePassword";

    @Override
    public Map<String, String> apply(List<String> args) {
        try {
            return prepare(Configuration.of(args, System.getenv()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> prepare(Configuration configuration) throws IOException {
        var settings = Settings.read(configuration::value);
        var data = OwnersFiles.folder(settings.data().toAbsolutePath().normalize());
        var told = new LinkedHashMap<String, String>();
        for (var setting : Setting.values()) {
            configuration.value(setting.key()).ifPresent(value -> told.put(setting.key(), value));
        }
        told.put(Setting.DATA.key(), data.toString());
        told.put(Setting.DOMAIN.key(), String.join(",", settings.domains()));
        told.put(Setting.DB_URL.key(), settings.database().url());
        told.put(Setting.DB_CLASS.key(), settings.database().type());
        told.put(Setting.PORT_CLIENT.key(), String.valueOf(settings.ports().client()));
        told.put(Setting.PORT_CLIENT_TLS.key(), String.valueOf(settings.ports().clientTls()));
        told.put(Setting.PORT_HTTP.key(), String.valueOf(settings.ports().http()));
        told.put(Setting.PORT_HTTPS.key(), String.valueOf(settings.ports().https()));
        told.put(Setting.ADMIN_PORT.key(), String.valueOf(settings.ports().admin()));
        told.put(
                Setting.WEB_REQUEST_SECONDS.key(), String.valueOf(settings.web().requestSeconds()));
        told.put(ORIGINS, configuration.origins());
        told.putAll(encryption(settings, data));
        return told;
    }

    /** HTTPS shows what the other ports show. */
    private static Map<String, String> encryption(Settings settings, Path data) throws IOException {
        if (settings.ports().https() == 0 && settings.ports().admin() == 0) {
            return Map.of();
        }
        var certificates = Provision.of(settings);
        var keystore = Keystore.of(certificates);
        return Map.of(
                CERTIFICATES,
                Stream.concat(
                                certificates.values().stream(),
                                settings.domains().stream().map(domain -> Provision.place(settings, domain)))
                        .flatMap(files -> Stream.of(files.chain(), files.key()))
                        .map(file -> file.toAbsolutePath().toString())
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator)),
                KEYSTORE,
                keystore.write(OwnersFiles.folder(data.resolve("server"))).toString(),
                KEYSTORE_PASSWORD,
                keystore.password());
    }
}
