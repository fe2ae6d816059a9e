package im.myna.store.inventory;

/** A database that was tried is none for a server. Has no stack trace: it is an answer, not a bug. */
public class TrialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Fault {
        /** That is no name of a host. */
        HOST,
        /** That is no port. */
        PORT,
        /** That is no name of a database. */
        NAME,
        /** That is no name of a user. */
        USER,
        /** Nobody answers there. */
        UNREACHABLE,
        /** User and password do not belong together, or the user may not come in from here. */
        LOGIN,
        /** There is no database of that name. */
        MISSING,
        /** It is older than what is supported. */
        OLD,
        /** It does not keep all characters there are. */
        ENCODING,
        /** The user may not make tables in it. */
        RIGHTS,
        /** Something else lives in it. */
        OCCUPIED,
        /** Another one is being tried. */
        BUSY,
        /** The database says why. */
        OTHER
    }

    private final Fault fault;

    /** @param detail what the database said, or what was given */
    TrialException(Fault fault, String detail) {
        super(detail, null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
