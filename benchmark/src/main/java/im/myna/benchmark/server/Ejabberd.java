package im.myna.benchmark.server;

import im.myna.benchmark.client.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * ejabberd as Debian installs it, by the call that its control script makes. Of the modules that Debian switches on, mod_pres_counter
 * is left out, which limits presence.
 */
public final class Ejabberd implements Server {
    private static final Path PROGRAM = Path.of("/usr/sbin/ejabberdctl");

    private final Child child;

    private Ejabberd(Child child) {
        this.child = child;
    }

    public static boolean installed() {
        return Files.isExecutable(PROGRAM);
    }

    /** Starts one on those cores, as taskset takes them; empty for all. */
    public static Ejabberd started(String cores) {
        var child = Child.prepared("ejabberd");
        try {
            var configuration = child.write("ejabberd.yml", configuration(child));
            child.start(cores, environment(child, configuration), command(child));
            return new Ejabberd(child);
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

    private static Map<String, String> environment(Child child, Path configuration) {
        return Map.of(
                "EJABBERD_CONFIG_PATH",
                configuration.toString(),
                "EJABBERD_LOG_PATH",
                child.folder().resolve("ejabberd.log").toString(),
                "ERL_LIBS",
                "/usr/lib/" + System.getProperty("os.arch").replace("amd64", "x86_64") + "-linux-gnu",
                "ERL_MAX_PORTS",
                "32000",
                "ERL_MAX_ETS_TABLES",
                "1400",
                "HOME",
                child.folder().toString());
    }

    /** Without a name on the network: no epmd, no cookie. */
    private static List<String> command(Child child) {
        return List.of(
                "erl",
                "+K",
                "true",
                "+P",
                "250000",
                "-noinput",
                "-mnesia",
                "dir",
                "\"" + child.folder().resolve("database") + "\"",
                "-s",
                "ejabberd");
    }

    private static String configuration(Child child) {
        var certificate = Certificate.of(DOMAIN, child.folder());
        return """
                loglevel: info
                log_rotate_count: 0
                hosts: ["%s"]
                certfiles: ["%s", "%s"]
                listen:
                  - port: %d
                    ip: "127.0.0.1"
                    module: ejabberd_c2s
                    max_stanza_size: 262144
                    starttls: true
                    protocol_options: [no_sslv3, no_tlsv1, no_tlsv1_1, cipher_server_preference, no_compression]
                disable_sasl_mechanisms: ["digest-md5", "X-OAUTH2"]
                auth_password_format: scram
                registration_timeout: infinity
                acl: {local: {user_regexp: ""}}
                access_rules: {local: {allow: local}, admin: {deny: all}}
                shaper_rules: {max_user_sessions: infinity, max_user_offline_messages: 100}
                modules:
                  mod_adhoc: {}
                  mod_admin_extra: {}
                  mod_announce: {access: admin}
                  mod_avatar: {}
                  mod_blocking: {}
                  mod_bosh: {}
                  mod_caps: {}
                  mod_carboncopy: {}
                  mod_client_state: {}
                  mod_configure: {}
                  mod_disco: {}
                  mod_fail2ban: {}
                  mod_http_api: {}
                  mod_last: {}
                  mod_mqtt: {}
                  mod_muc: {access_create: local, access_persistent: local, default_room_options: {mam: true}}
                  mod_muc_admin: {}
                  mod_offline: {access_max_user_messages: max_user_offline_messages}
                  mod_ping: {}
                  mod_privacy: {}
                  mod_private: {}
                  mod_pubsub: {access_createnode: local, plugins: [flat, pep]}
                  mod_push: {}
                  mod_push_keepalive: {}
                  mod_register: {ip_access: all, access: all}
                  mod_roster: {versioning: true}
                  mod_s2s_dialback: {}
                  mod_shared_roster: {}
                  mod_sic: {}
                  mod_stream_mgmt: {resend_on_timeout: if_offline}
                  mod_stun_disco: {}
                  mod_vcard: {search: false}
                  mod_vcard_xupdate: {}
                  mod_version: {}
                """.formatted(DOMAIN, certificate.chain(), certificate.key(), child.port());
    }
}
