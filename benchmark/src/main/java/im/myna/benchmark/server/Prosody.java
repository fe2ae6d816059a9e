package im.myna.benchmark.server;

import im.myna.benchmark.client.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Prosody as Debian installs it. Of the modules that Debian switches on, limits is left out, which slows clients down. */
public final class Prosody implements Server {
    private static final Path PROGRAM = Path.of("/usr/bin/prosody");

    private final Child child;

    private Prosody(Child child) {
        this.child = child;
    }

    public static boolean installed() {
        return Files.isExecutable(PROGRAM);
    }

    /** Starts one on those cores, as taskset takes them; empty for all. */
    public static Prosody started(String cores) {
        var child = Child.prepared("prosody");
        try {
            var configuration = child.write("prosody.cfg.lua", configuration(child));
            child.start(cores, Map.of(), List.of(PROGRAM.toString(), "-F", "--config", configuration.toString()));
            return new Prosody(child);
        } catch (RuntimeException e) {
            child.end();
            throw e;
        }
    }

    @Override
    public Target target() {
        return new Target("127.0.0.1", child.port(), DOMAIN);
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public void restart() {
        child.restart();
    }

    @Override
    public void close() {
        child.close();
    }

    private static String configuration(Child child) {
        var certificate = Certificate.of(DOMAIN, child.folder());
        return """
                run_as_root = true
                modules_enabled = {
                    "disco"; "roster"; "saslauth"; "tls"; "blocklist"; "bookmarks"; "carbons"; "dialback"; "pep"; "private"; "smacks";
                    "vcard4"; "vcard_legacy"; "csi_simple"; "invites"; "invites_adhoc"; "invites_register"; "ping"; "register"; "time";
                    "uptime"; "version"; "admin_adhoc"; "admin_shell"; "posix";
                }
                s2s_ports = { }
                registration_invite_only = false
                data_path = "%s"
                pidfile = "%s/prosody.pid"
                log = { info = "%s/prosody.log"; error = "*console" }
                interfaces = { "127.0.0.1" }
                c2s_ports = { %d }
                c2s_require_encryption = false
                allow_unencrypted_plain_auth = true
                allow_registration = true
                authentication = "internal_hashed"
                VirtualHost "%s"
                    ssl = { certificate = "%s", key = "%s" }
                """.formatted(
                        child.folder(),
                        child.folder(),
                        child.folder(),
                        child.port(),
                        DOMAIN,
                        certificate.chain(),
                        certificate.key());
    }
}
