package im.myna.micro.contact;

import im.myna.jid.Jid;
import im.myna.micro.Configuration;
import im.myna.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where the server is, and who is in front of it: what every command takes besides. */
public final class Whereabouts {
    private static final String NOTHING = "";

    /** The pass, where it is good, and the certificate of the server there. */
    private static final int ANSWER = 3;

    private final Terminal terminal;
    private final Map<String, String> environment;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = NOTHING,
            scope = ScopeType.INHERIT,
            description = "A server elsewhere: https://im.example.com:8443. Or MYNA_URL in the environment.")
    private String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            defaultValue = NOTHING,
            scope = ScopeType.INHERIT,
            description = "Who you are there: a file with a token. Or a token as MYNA_TOKEN in the environment.")
    private Path tokenFile;

    @Option(
            names = "--login",
            paramLabel = "JID",
            defaultValue = NOTHING,
            scope = ScopeType.INHERIT,
            description = "The same by the password of this account, asked for, or the first line of standard input.")
    private String login;

    @Option(
            names = "--authority",
            paramLabel = "FILE",
            defaultValue = NOTHING,
            scope = ScopeType.INHERIT,
            description = "Certificates, PEM, that are believed of a server elsewhere; else those that Java believes.")
    private Path authority;

    @Option(
            names = "--as",
            paramLabel = "JID",
            defaultValue = NOTHING,
            scope = ScopeType.INHERIT,
            description = "On the server's own machine: do it as this account, without its password.")
    private String as;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = NOTHING,
            scope = ScopeType.INHERIT,
            description = "The settings of the server on this machine; else myna.properties.")
    private Path config;

    @Option(names = "-D", paramLabel = "KEY=VALUE", scope = ScopeType.INHERIT, description = "One of these settings.")
    private Map<String, String> said = Map.of();

    public Whereabouts(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    /** Whether the server is one elsewhere. */
    public boolean remote() {
        return !url().isEmpty();
    }

    private String url() {
        return url.isEmpty() ? environment.getOrDefault("MYNA_URL", NOTHING) : url;
    }

    /** What the server on this machine was told, from all places that count for it. */
    public Settings settings() throws IOException {
        var arguments = new ArrayList<String>();
        said.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
        if (!isNothing(config)) {
            arguments.add("--config=" + config);
        }
        return Settings.read(Configuration.of(arguments, environment)::value);
    }

    /** The file of these settings, which need not exist. */
    public Path settingsFile() {
        return isNothing(config) ? Path.of(Configuration.FILE) : config;
    }

    /** The server on this machine, when it runs. */
    Optional<ControlSocket> running() throws IOException {
        return ControlSocket.of(settings().data());
    }

    /** The server, to be governed by REST; empty when it is that of this machine, and does not run or is not open to browsers. */
    public Optional<Api> reachable() throws IOException {
        if (remote()) {
            return Optional.of(new Api(
                    URI.create(url()),
                    authorization(),
                    Authority.of(isNothing(authority) ? authority : file(authority))));
        }
        var running = running();
        if (running.isEmpty()) {
            return Optional.empty();
        }
        var pass = running.get().ask(as.isEmpty() ? "pass" : "pass as " + address(as), ControlSocket.Document.NONE);
        if (pass.size() < ANSWER) {
            return Optional.empty();
        }
        var certificate = Path.of(pass.get(2));
        var believed = isNothing(certificate) ? Authority.of(certificate) : Authority.only(certificate);
        return Optional.of(new Api(URI.create(pass.get(1)), "Bearer " + pass.get(0), believed));
    }

    /** The server, where nothing can be done without it. */
    public Api api() throws IOException {
        return reachable()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no server of ./myna run is here that could be asked by HTTP or HTTPS; start it with"
                                + " ./myna run, or name one with --url"));
    }

    /** The same for what belongs to an account: the owner of the machine has none. */
    public Api apiOfAccount() throws IOException {
        if (!remote() && as.isEmpty()) {
            throw new IllegalArgumentException("whose? Say --as JID");
        }
        return api();
    }

    /** A whole address: of the main domain when none is said. */
    public String address(String said) throws IOException {
        if (said.contains("@") || remote()) {
            return said;
        }
        return Jid.of(said, settings().domains().get(0), "").toString();
    }

    private String authorization() throws IOException {
        if (!login.isEmpty()) {
            var credentials = (login + ":" + terminal.password(login)).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(credentials);
        }
        var token = isNothing(tokenFile)
                ? environment.getOrDefault("MYNA_TOKEN", NOTHING)
                : Files.readString(file(tokenFile)).strip();
        if (token.isEmpty()) {
            throw new IllegalArgumentException(
                    "who are you there? Say --token-file FILE or --login JID, or set MYNA_TOKEN");
        }
        return "Bearer " + token;
    }

    /** A file as it is seen from where the command was called: ./myna itself goes to its own folder. */
    public static Path file(Path said) {
        return Path.of(System.getProperty("myna.caller", NOTHING)).resolve(said);
    }

    static boolean isNothing(Path path) {
        return path.toString().isEmpty();
    }
}
