package im.myna.directory.connection;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import im.myna.directory.definition.Definition;
import im.myna.directory.definition.Definition.Server;
import java.time.Duration;
import javax.net.ssl.SSLSession;

/** Looks whether a server takes connections, and lets in who looks for people. On connections of its own, each for one look. */
public final class Trial {
    private final Definition definition;
    private final Doors doors;

    /** @throws im.myna.directory.definition.DefinitionException when what is trusted cannot be read */
    public Trial(Definition definition) {
        this.definition = definition;
        doors = new Doors(definition);
    }

    /**
     * How it went.
     *
     * @throws UnavailableException when it does not, with what it said
     */
    public String of(Server server) {
        long begun = System.nanoTime();
        try (var connection = doors.to(server).getConnection()) {
            var connected = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            return "connected in " + connected + " ms, " + protection(connection) + ", " + bound(connection);
        } catch (LDAPException e) {
            throw new UnavailableException("no connection: " + Connections.words(e), e);
        }
    }

    private String bound(LDAPConnection connection) {
        var binder = definition.binder();
        if (binder.dn().isEmpty()) {
            return "nobody in particular looks for people";
        }
        try {
            connection.bind(binder.dn(), binder.password());
            return binder.dn() + " is let in";
        } catch (LDAPException e) {
            throw new UnavailableException("it does not let in " + binder.dn() + ": " + Connections.words(e), e);
        }
    }

    private static String protection(LDAPConnection connection) {
        SSLSession session = connection.getSSLSession();
        return session == null ? "not encrypted" : session.getProtocol() + " " + session.getCipherSuite();
    }
}
