package im.myna.directory.connection;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.LDAPBindException;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import im.myna.directory.definition.Definition;
import im.myna.directory.definition.Definition.Patience;
import java.util.Set;

/**
 * The connections to one directory: some to search with, as many to try passwords with, because a connection on which a password was
 * tried is somebody's. Used by many threads at once.
 */
public final class Connections implements AutoCloseable {
    /** After these nothing is known of the connection, or of the server. */
    private static final Set<ResultCode> BROKEN = Set.of(
            ResultCode.SERVER_DOWN,
            ResultCode.CONNECT_ERROR,
            ResultCode.TIMEOUT,
            ResultCode.DECODING_ERROR,
            ResultCode.ENCODING_ERROR,
            ResultCode.LOCAL_ERROR,
            ResultCode.UNAVAILABLE,
            ResultCode.BUSY,
            ResultCode.PROTOCOL_ERROR);

    private final LDAPConnectionPool searching;
    private final LDAPConnectionPool trying;
    private final Breaker breaker;

    /** Something that is asked. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(LDAPConnection connection) throws LDAPException;
    }

    /**
     * How it is with them.
     *
     * @param open those that wait for a question
     * @param most those that there can be
     * @param answered questions, and log-ins
     * @param failures connections that could not be made, or broke
     * @param away true when nobody asks at the moment
     */
    public record State(int open, int most, long answered, long failures, boolean away) {}

    private Connections(LDAPConnectionPool searching, LDAPConnectionPool trying, Patience patience) {
        this.searching = searching;
        this.trying = trying;
        breaker = new Breaker(patience.failures(), patience.pause(), System::nanoTime);
    }

    /**
     * None is made yet.
     *
     * @throws im.myna.directory.definition.DefinitionException when what is trusted cannot be read
     */
    public static Connections of(Definition definition) {
        var doors = new Doors(definition);
        return new Connections(doors.forSearches(), doors.forLogins(), definition.patience());
    }

    /**
     * Asks who looks for people.
     *
     * @throws LDAPException when the directory answered that it does not do that
     * @throws UnavailableException when it did not answer
     */
    public <T> T search(Question<T> question) throws LDAPException {
        return guarded(searching, question);
    }

    /**
     * Tries a password.
     *
     * @throws LDAPException when the directory does not take it
     * @throws UnavailableException when it did not answer
     */
    public BindResult bind(BindRequest request) throws LDAPException {
        return guarded(trying, connection -> connection.bind(request));
    }

    private <T> T guarded(LDAPConnectionPool pool, Question<T> question) throws LDAPException {
        if (!breaker.mayAsk()) {
            throw new UnavailableException("it did not answer a moment ago, and is left alone for a while");
        }
        try {
            var answer = asked(pool, question);
            breaker.succeeded();
            return answer;
        } catch (UnavailableException e) {
            breaker.failed();
            throw e;
        } catch (LDAPException e) {
            breaker.succeeded();
            throw e;
        }
    }

    private static <T> T asked(LDAPConnectionPool pool, Question<T> question) throws LDAPException {
        try {
            return once(pool, question);
        } catch (UnavailableException e) {
            if (e.getCause() instanceof LDAPException cause
                    && cause.getResultCode().equals(ResultCode.SERVER_DOWN)) {
                // The server was started anew, or cut what was idle: the other connections are as dead as that one.
                pool.shrinkPool(0);
                return once(pool, question);
            }
            throw e;
        }
    }

    private static <T> T once(LDAPConnectionPool pool, Question<T> question) throws LDAPException {
        var connection = connection(pool);
        try {
            var answer = question.ask(connection);
            pool.releaseConnection(connection);
            return answer;
        } catch (LDAPException e) {
            if (BROKEN.contains(e.getResultCode())) {
                pool.discardConnection(connection);
                throw new UnavailableException(words(e), e);
            }
            pool.releaseConnection(connection);
            throw e;
        } catch (RuntimeException e) {
            pool.discardConnection(connection);
            throw e;
        }
    }

    private static LDAPConnection connection(LDAPConnectionPool pool) {
        try {
            return pool.getConnection();
        } catch (LDAPBindException e) {
            throw new UnavailableException("it does not let in who looks for people: " + words(e), e);
        } catch (LDAPException e) {
            throw new UnavailableException(words(e), e);
        }
    }

    /** Short, without a stack. */
    public static String words(LDAPException e) {
        var text = e.getDiagnosticMessage() == null ? e.getMessage() : e.getDiagnosticMessage();
        return e.getResultCode().getName() + ": " + text.lines().findFirst().orElse("");
    }

    public State state() {
        var numbers = searching.getConnectionPoolStatistics();
        var others = trying.getConnectionPoolStatistics();
        return new State(
                searching.getCurrentAvailableConnections() + trying.getCurrentAvailableConnections(),
                searching.getMaximumAvailableConnections() + trying.getMaximumAvailableConnections(),
                numbers.getNumReleasedValid() + others.getNumReleasedValid(),
                numbers.getNumFailedConnectionAttempts()
                        + others.getNumFailedConnectionAttempts()
                        + numbers.getNumConnectionsClosedDefunct()
                        + others.getNumConnectionsClosedDefunct(),
                breaker.isOpen());
    }

    /** Questions under way fail. */
    @Override
    public void close() {
        searching.close();
        trying.close();
    }
}
