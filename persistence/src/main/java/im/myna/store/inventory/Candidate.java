package im.myna.store.inventory;

import im.myna.store.inventory.TrialException.Fault;
import java.util.regex.Pattern;

/**
 * A database that a server could live in.
 *
 * @param host empty for the file in the data folder that needs nothing; else where PostgreSQL is
 * @param name of the database there
 */
public record Candidate(String host, int port, String name, String user, String password) {
    /** The file in the data folder. */
    public static final Candidate FILE = new Candidate("", 0, "", "", "");

    /** What PostgreSQL listens on when nothing else is said. */
    public static final int USUAL_PORT = 5432;

    private static final int LAST_PORT = 65_535;
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+]");

    /** No more than needs no quotes anywhere: what else is there cannot be mistaken for an option of the address. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}");

    private static final Pattern USER = Pattern.compile("\\P{Cntrl}{1,63}");

    public boolean isFile() {
        return host.isEmpty();
    }

    /** For JDBC. */
    public String url() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    /** @throws TrialException for what has not the form of it */
    void require() {
        if (!HOST.matcher(host).matches()) {
            throw new TrialException(Fault.HOST, host);
        }
        if (port < 1 || port > LAST_PORT) {
            throw new TrialException(Fault.PORT, String.valueOf(port));
        }
        if (!NAME.matcher(name).matches()) {
            throw new TrialException(Fault.NAME, name);
        }
        if (!USER.matcher(user).matches()) {
            throw new TrialException(Fault.USER, user);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return isFile() ? "Candidate[file]" : "Candidate[" + url() + ", user=" + user + "]";
    }
}
