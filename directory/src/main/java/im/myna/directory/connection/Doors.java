package im.myna.directory.connection;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.RoundRobinServerSet;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import im.myna.directory.definition.Definition;
import im.myna.directory.definition.Definition.Order;
import im.myna.directory.definition.Definition.Security;
import im.myna.directory.definition.Definition.Server;
import javax.net.SocketFactory;

/** Makes what connects to the servers of a directory. */
final class Doors {
    /** Of one message; a photograph has at most 5 MB. */
    private static final int LONGEST_MESSAGE = 16 << 20;

    private final Definition definition;
    private final PatientSockets encrypted;

    /** @throws im.myna.directory.definition.DefinitionException when what is trusted cannot be read */
    Doors(Definition definition) {
        this.definition = definition;
        encrypted = new PatientSockets(
                Trust.context(definition.reach()).getSocketFactory(),
                definition.patience().connect());
    }

    /** To all servers, for those who look for people. */
    LDAPConnectionPool forSearches() {
        var binder = definition.binder();
        return pool(binder.dn().isEmpty() ? null : new SimpleBindRequest(binder.dn(), binder.password()));
    }

    /** To all servers, for those who try passwords: nobody is logged in there before. */
    LDAPConnectionPool forLogins() {
        return pool(null);
    }

    private LDAPConnectionPool pool(BindRequest bind) {
        var patience = definition.patience();
        try {
            var pool = new LDAPConnectionPool(set(bind), bind, 0, patience.connections(), null, false);
            pool.setCreateIfNecessary(false);
            pool.setMaxWaitTimeMillis(patience.free().toMillis());
            return pool;
        } catch (LDAPException e) {
            throw new IllegalStateException("a pool without connections needs nobody", e);
        }
    }

    /** @param bind null for nobody in particular, as the library wants it */
    private ServerSet set(BindRequest bind) {
        var servers = definition.reach().servers();
        var hosts = servers.stream().map(Server::host).toArray(String[]::new);
        var ports = servers.stream().mapToInt(Server::port).toArray();
        return definition.reach().order() == Order.ROUND_ROBIN
                ? new RoundRobinServerSet(hosts, ports, sockets(), options(), bind, startTls())
                : new FailoverServerSet(hosts, ports, sockets(), options(), bind, startTls());
    }

    /** For one look at one of the servers; nobody is logged in there. */
    ServerSet to(Server server) {
        return new SingleServerSet(server.host(), server.port(), sockets(), options(), null, startTls());
    }

    private SocketFactory sockets() {
        return definition.reach().security() == Security.LDAPS ? encrypted : SocketFactory.getDefault();
    }

    /** Null for nothing besides, as the library wants it. */
    private PostConnectProcessor startTls() {
        return definition.reach().security() == Security.STARTTLS ? new StartTLSPostConnectProcessor(encrypted) : null;
    }

    private LDAPConnectionOptions options() {
        var patience = definition.patience();
        var options = new LDAPConnectionOptions();
        options.setUseSynchronousMode(true);
        options.setConnectTimeoutMillis((int) patience.connect().toMillis());
        options.setResponseTimeoutMillis(patience.response().toMillis());
        options.setFollowReferrals(definition.reach().referrals());
        options.setMaxMessageSize(LONGEST_MESSAGE);
        options.setAbandonOnTimeout(false);
        if (Trust.byName(definition.reach())) {
            options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        }
        return options;
    }
}
