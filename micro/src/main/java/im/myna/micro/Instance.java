package im.myna.micro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder in which Payara keeps its own things while it runs, laid anew at every start. */
record Instance(Path folder, Path logging, Path commands) {
    /** Each stream has a message endpoint of its own; the container's 32 would be all the clients there can be. */
    private static final String ENDPOINTS = "set configs.config.server-config.mdb-container.max-pool-size=";

    private static final String PROTOCOLS = "set configs.config.server-config.network-config.protocols.protocol.";
    private static final String TLS = PROTOCOLS + "https-listener.ssl.";

    private static final String HTTP = "set configs.config.server-config.http-service.";

    private static final String LISTENERS =
            "set configs.config.server-config.network-config.network-listeners.network-listener.";

    static Instance lay(Path payara, Path folder, Path log, Map<String, String> settings) throws IOException {
        OwnersFiles.folder(folder);
        OwnersFiles.folder(log);
        for (var old : List.of("applications", "autodeploy", "config", "docroot", "generated", "lib")) {
            remove(folder.resolve(old));
        }
        for (var own : List.of("config", "docroot", "lib")) {
            copy(payara.resolve(own), folder.resolve(own));
        }
        var instance = new Instance(folder, folder.resolve("logging.properties"), folder.resolve("commands.txt"));
        OwnersFiles.write(instance.logging, lines(logging(log)));
        OwnersFiles.write(instance.commands, lines(commands(settings, log)));
        return instance;
    }

    private static List<String> logging(Path log) {
        return List.of(
                "handlers=java.util.logging.FileHandler",
                // Payara sets the levels of its loggers by itself, so they don't help.
                "java.util.logging.FileHandler.filter=" + Noise.class.getName(),
                "java.util.logging.FileHandler.pattern=" + log.resolve("myna.%g.log"),
                "java.util.logging.FileHandler.limit=10000000",
                "java.util.logging.FileHandler.count=5",
                "java.util.logging.FileHandler.append=true",
                "java.util.logging.FileHandler.encoding=UTF-8",
                "java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter",
                "java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n");
    }

    private static List<String> commands(Map<String, String> settings, Path log) {
        var commands = new ArrayList<String>();
        commands.addAll(listener("http-listener", settings.get("myna.port.http"), settings));
        commands.addAll(listener("https-listener", settings.get("myna.port.https"), settings));
        commands.addAll(adminListener(settings));
        commands.add(TLS + "cert-nickname=" + Greeting.mainDomain(settings));
        commands.add(TLS + "key-algorithm=" + HttpsKeys.ALGORITHM);
        // In HTTP/2, some connections of Chromium broke off (Grizzly 4: "SSLEngine is CLOSED"). By plain HTTP no
        // browser
        // speaks it; there it stays on, because Grizzly answers those who propose it without a Content-Type when it is
        // off.
        commands.add(PROTOCOLS + "https-listener.http.http2-enabled=false");
        commands.addAll(accessLog(log));
        commands.addAll(deadline(settings.get("myna.web.request-seconds")));
        // They would answer everybody, and take their time at the start.
        commands.add("set-openapi-configuration --enabled=false");
        commands.add("set configs.config.server-config.microprofile-metrics-configuration.enabled=false");
        commands.add(ENDPOINTS + Integer.MAX_VALUE);
        commands.addAll(http("http-listener"));
        commands.addAll(http("https-listener"));
        return commands;
    }

    private static List<String> http(String name) {
        var http = PROTOCOLS + name + ".http.";
        return List.of(
                http + "compression=on",
                http + "compressable-mime-type=text/html,text/xml,text/css,application/javascript,application/json",
                // Who was answered before all of his request came in may send so much more; then the connection is
                // closed.
                http + "max-swallowing-input-bytes=65536");
    }

    /** Who asked for what, but not what stands behind a question mark: it may be secret. A file a day, for a month. */
    private static List<String> accessLog(Path log) {
        return List.of(
                HTTP + "access-logging-enabled=true",
                HTTP
                        + "access-log.format='%client.name% %datetime% %http-method% %http-uri% %status% %response.length% %time-taken%'",
                HTTP + "access-log.rotation-interval-in-minutes=1440",
                HTTP + "access-log.max-history-files=31",
                HTTP + "virtual-server.server.access-logging-enabled=true",
                HTTP + "virtual-server.server.access-log=" + log);
    }

    /** Taken by {@link im.myna.micro.http.RequestDeadline}. */
    private static List<String> deadline(String seconds) {
        return Stream.of("http-listener", "https-listener")
                .map(name -> PROTOCOLS + name + ".http.websockets-timeout-seconds=" + seconds.strip())
                .toList();
    }

    private static List<String> listener(String name, String port, Map<String, String> settings) {
        var commands = new ArrayList<String>();
        commands.add(LISTENERS + name + ".enabled=" + !port.equals("0"));
        if (!port.equals("0")) {
            commands.add(LISTENERS + name + ".port=" + port);
        }
        if (!settings.getOrDefault("myna.address", "").isBlank()) {
            commands.add(LISTENERS + name + ".address="
                    + settings.get("myna.address").strip());
        }
        return commands;
    }

    /** It does as the one of HTTPS does, whose protocol it shares. */
    private static List<String> adminListener(Map<String, String> settings) {
        var port = settings.getOrDefault("myna.admin.port", "0").strip();
        if (port.equals("0")) {
            return List.of();
        }
        var address = Stream.of("myna.admin.address", "myna.address")
                .map(key -> settings.getOrDefault(key, "").strip())
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("0.0.0.0");
        return List.of("create-network-listener --listenerport " + port + " --listeneraddress " + address
                + " --protocol https-listener --transport tcp --threadpool http-thread-pool admin-listener");
    }

    private static byte[] lines(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    OwnersFiles.folder(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
