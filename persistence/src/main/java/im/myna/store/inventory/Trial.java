package im.myna.store.inventory;

import im.myna.store.inventory.TrialException.Fault;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.Semaphore;

/** Looks whether a server could live in a database, and changes nothing there. One at a time; each ends within half a minute. */
public final class Trial {
    private static final String CONNECT_SECONDS = "5";
    private static final String ANSWER_SECONDS = "10";

    /** The oldest that still gets repairs. */
    private static final int OLDEST = 13;

    private static final int NUMBERS_PER_VERSION = 10_000;

    private static final Semaphore TURN = new Semaphore(1);

    private static final String LOOK =
            "select current_setting('server_version_num')::integer, current_setting('server_version'),"
                    + " current_setting('server_encoding'),"
                    + " current_schema() is not null and has_schema_privilege(current_schema(), 'CREATE'),"
                    + " to_regclass('flyway_schema_history') is not null and to_regclass('account') is not null,"
                    + " exists (select 1 from pg_class where relnamespace = to_regnamespace(current_schema()))";

    private Trial() {}

    /**
     * What was found.
     *
     * @param version such as "16.4"
     * @param inhabited whether a server's tables are in it already, with what is in them
     */
    public record Finding(String version, boolean inhabited) {}

    /** @throws TrialException when no server could live there */
    public static Finding of(Candidate candidate) {
        candidate.require();
        if (!TURN.tryAcquire()) {
            throw new TrialException(Fault.BUSY, candidate.host());
        }
        try (var connection = connect(candidate)) {
            return look(connection);
        } catch (SQLException e) {
            throw new TrialException(fault(String.valueOf(e.getSQLState())), String.valueOf(e.getMessage()));
        } finally {
            TURN.release();
        }
    }

    private static Connection connect(Candidate candidate) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", candidate.user());
        properties.setProperty("password", candidate.password());
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", ANSWER_SECONDS);
        properties.setProperty("socketTimeout", ANSWER_SECONDS);
        for (var driver : ServiceLoader.load(Driver.class, Trial.class.getClassLoader())) {
            if (driver.acceptsURL(candidate.url())) {
                return driver.connect(candidate.url(), properties);
            }
        }
        throw new IllegalStateException("the driver for PostgreSQL is missing");
    }

    private static Finding look(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(LOOK)) {
            found.next();
            var version = found.getString(2);
            refuse(found.getInt(1) / NUMBERS_PER_VERSION < OLDEST, Fault.OLD, version);
            refuse(!found.getString(3).equals("UTF8"), Fault.ENCODING, found.getString(3));
            refuse(!found.getBoolean(4), Fault.RIGHTS, "");
            boolean inhabited = found.getBoolean(5);
            refuse(!inhabited && found.getBoolean(6), Fault.OCCUPIED, "");
            return new Finding(version, inhabited);
        }
    }

    private static void refuse(boolean wrong, Fault fault, String detail) {
        if (wrong) {
            throw new TrialException(fault, detail);
        }
    }

    /** By the classes and codes of SQLSTATE that PostgreSQL and its driver use. */
    private static Fault fault(String state) {
        return switch (state) {
            case "28P01", "28000" -> Fault.LOGIN;
            case "3D000" -> Fault.MISSING;
            default -> state.startsWith("08") ? Fault.UNREACHABLE : Fault.OTHER;
        };
    }
}
