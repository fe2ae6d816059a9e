package im.myna.blackbox.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import im.myna.blackbox.server.Background;
import im.myna.blackbox.server.Ports;
import im.myna.directory.connection.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Debian's slapd with a folder, ports and a certificate of its own; can be stopped and started again. */
final class Slapd implements AutoCloseable {
    static final String CLERK = "cn=clerk," + Company.SUFFIX;
    static final String ROOT = "cn=root," + Company.SUFFIX;
    static final String ROOT_PASSWORD = "of the root";
    private static final Path PROGRAM = Path.of("/usr/sbin/slapd");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final int port;
    private final int tlsPort;
    private Background process;

    private Slapd(Path folder) {
        this.folder = folder;
        var ports = Ports.free(2);
        port = ports.get(0);
        tlsPort = ports.get(1);
    }

    /** Where it is not installed, the test that wants it is skipped; on CI it fails. */
    static Slapd start(Path folder) throws Exception {
        if (!Files.isExecutable(PROGRAM)) {
            assertThat(System.getenv("CI"))
                    .as("slapd is not installed, but CI=true wants it")
                    .isNotEqualTo("true");
            abort("skipped: slapd not installed");
        }
        var slapd = new Slapd(folder);
        slapd.prepare();
        slapd.start();
        return slapd;
    }

    private void prepare() throws Exception {
        Files.createDirectory(folder.resolve("entries"));
        Files.writeString(folder.resolve("certificate.pem"), Keys.here().certificate());
        Files.writeString(folder.resolve("key.pem"), Keys.here().key());
        Files.writeString(folder.resolve("slapd.conf"), configuration());
        var ldif = Files.writeString(folder.resolve("company.ldif"), Company.ldif());
        var added = Background.run(List.of(
                "/usr/sbin/slapadd",
                "-q",
                "-w",
                "-f",
                folder.resolve("slapd.conf").toString(),
                "-l",
                ldif.toString()));
        assertThat(added.code()).as("slapadd").isZero();
    }

    private String configuration() throws IOException {
        return """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                include /etc/ldap/schema/inetorgperson.schema
                include /etc/ldap/schema/nis.schema
                modulepath /usr/lib/ldap
                moduleload back_mdb
                moduleload syncprov
                moduleload ppolicy
                pidfile %1$s/slapd.pid
                TLSCertificateFile %1$s/certificate.pem
                TLSCertificateKeyFile %1$s/key.pem
                sizelimit size.soft=500 size.hard=500 size.prtotal=unlimited
                database mdb
                maxsize 268435456
                suffix "%2$s"
                rootdn "%3$s"
                rootpw "%4$s"
                directory %1$s/entries
                dbnosync
                index objectClass,uid,cn,member,memberUid,entryCSN,entryUUID eq
                access to attrs=userPassword by self =xw by anonymous auth by * none
                access to * by users read by anonymous none
                overlay syncprov
                overlay ppolicy
                ppolicy_default "cn=policy,%2$s"
                ppolicy_use_lockout
                """.formatted(folder, Company.SUFFIX, ROOT, ROOT_PASSWORD);
    }

    /** Returns when it answers. */
    void start() throws Exception {
        process = Background.run(List.of(
                PROGRAM.toString(),
                "-d",
                "0",
                "-f",
                folder.resolve("slapd.conf").toString(),
                "-h",
                "ldap://127.0.0.1:" + port + "/ ldaps://127.0.0.1:" + tlsPort + "/"));
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                root().close();
                return;
            } catch (LDAPException e) {
                if (!process.running() || System.nanoTime() - deadline > 0) {
                    throw e;
                }
            }
        }
    }

    /** At once, as when the power goes. */
    void stop() {
        process.close();
    }

    /** It keeps its connections, takes new ones, and says nothing any more. */
    void hang() throws Exception {
        signal("STOP");
    }

    /** And now it does. */
    void wakeUp() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        var pid = Files.readString(folder.resolve("slapd.pid")).strip();
        assertThat(Background.run(List.of("kill", "-" + name, pid)).code()).isZero();
    }

    /** Who may do everything. */
    LDAPConnection root() throws LDAPException {
        return new LDAPConnection("127.0.0.1", port, ROOT, ROOT_PASSWORD);
    }

    int port() {
        return port;
    }

    /** What a server is told of it: key, value, key, value, besides the usual. */
    Map<String, String> values(String domain, String security, String... more) {
        var values = new HashMap<String, String>();
        values.put("domains", domain);
        values.put("servers", "localhost:" + (security.equals("ldaps") ? tlsPort : port));
        values.put("security", security);
        values.put("trust-file", folder.resolve("certificate.pem").toString());
        values.put("bind-dn", CLERK);
        values.put("bind-password", Company.CLERKS);
        values.put("users-base", Company.PEOPLE);
        values.put("users-filter", "(&(objectClass=inetOrgPerson)(uid={0}))");
        values.put("users-disabled", "(employeeType=left)");
        values.put("name", "{givenName} {sn}");
        values.put("groups-base", Company.GROUPS);
        values.put("groups-shared", "(businessCategory=contacts)");
        values.put("admins", "cn=board," + Company.GROUPS);
        values.put("pause-seconds", "1");
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return values;
    }

    /** A file that tells a server of it. */
    Path file(String name, Map<String, String> values) throws IOException {
        var properties = new Properties();
        properties.putAll(values);
        var file = folder.resolve(name + ".properties");
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "");
        }
        return file;
    }

    @Override
    public void close() {
        stop();
    }
}
