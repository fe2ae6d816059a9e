package im.myna.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import im.myna.directory.connection.Keys;
import im.myna.directory.definition.Definition;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The directory of Verona, in memory: plain and STARTTLS on one port, LDAPS on the other. */
public final class Town implements AutoCloseable {
    public static final String SUFFIX = "dc=verona,dc=example";
    public static final String PEOPLE = "ou=people," + SUFFIX;
    public static final String GROUPS = "ou=groups," + SUFFIX;
    static final String CLERK = "cn=clerk," + SUFFIX;
    public static final String PASSWORD = "fair sun";

    private final InMemoryDirectoryServer server;

    /** With somebody who may be in between. */
    public Town(InMemoryOperationInterceptor... between) {
        try {
            var config = new InMemoryDirectoryServerConfig(SUFFIX);
            config.setSchema(null);
            config.addAdditionalBindCredentials(CLERK, "of the town");
            List.of(between).forEach(config::addInMemoryOperationInterceptor);
            var here = InetAddress.getLoopbackAddress();
            var keys = Keys.here();
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("plain", here, 0, keys.sockets()),
                    InMemoryListenerConfig.createLDAPSConfig("tls", here, 0, keys.serverSockets(), null));
            server = new InMemoryDirectoryServer(config);
            server.startListening();
            furnish();
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private void furnish() throws LDAPException {
        add("dn: " + SUFFIX, "objectClass: domain", "dc: verona");
        add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
        add("dn: " + GROUPS, "objectClass: organizationalUnit", "ou: groups");
        person("juliet", "Juliet", "Capulet");
        person("romeo", "Romeo", "Montague");
    }

    /** Somebody of that name, whose password is that of all. */
    public String person(String uid, String givenName, String name, String... more) {
        var dn = "uid=" + uid + "," + PEOPLE;
        var lines = new ArrayList<>(List.of(
                "dn: " + dn,
                "objectClass: inetOrgPerson",
                "uid: " + uid,
                "givenName: " + givenName,
                "sn: " + name,
                "cn: " + givenName + " " + name,
                "mail: " + uid + "@verona.example",
                "userPassword: " + PASSWORD));
        lines.addAll(List.of(more));
        add(lines.toArray(String[]::new));
        return dn;
    }

    /** A group with these lines about its members. */
    public String group(String name, String... members) {
        var dn = "cn=" + name + "," + GROUPS;
        var lines = new ArrayList<>(List.of("dn: " + dn, "objectClass: groupOfNames", "cn: " + name));
        lines.addAll(List.of(members));
        add(lines.toArray(String[]::new));
        return dn;
    }

    /** An entry, as LDIF. */
    public void add(String... lines) {
        try {
            server.add(lines);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As LDIF. */
    public void modify(String... lines) {
        try {
            server.modify(lines);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    public void remove(String dn) {
        try {
            server.delete(dn);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nobody is let in any more, until it is opened. */
    public void close(String listener) {
        server.shutDown(listener, true);
    }

    public void open(String listener) {
        try {
            server.startListening(listener);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return server.getListenPort("plain");
    }

    public int tlsPort() {
        return server.getListenPort("tls");
    }

    /** What says how to reach it, without encryption, and a few things more: key, value, key, value. */
    public Map<String, String> values(String... more) {
        var values = new HashMap<>(Map.of(
                "domains", "verona.example",
                "servers", "127.0.0.1:" + port(),
                "security", "plain",
                "bind-dn", CLERK,
                "bind-password", "of the town",
                "users-base", PEOPLE,
                "users-filter", "(&(objectClass=inetOrgPerson)(uid={0}))",
                "groups-base", GROUPS,
                "response-seconds", "1",
                "connect-seconds", "1"));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return values;
    }

    public LdapDirectory directory(String... more) {
        return new LdapDirectory(Definition.read(values(more)));
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
