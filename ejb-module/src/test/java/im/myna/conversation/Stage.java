package im.myna.conversation;

import java.util.Map;

/** A server that conversations are played on: in memory, or deployed. */
public interface Stage {
    /** The domain that is served. */
    String DOMAIN = "im.example.com";

    /** Makes the account anew, with nothing in it. */
    void account(String username, String password);

    /** Removes the account and all of it, if it is there. */
    void forget(String username);

    /** A new connection, on which nothing has been said yet. */
    Wire connect();

    /** Settings that differ from those of the stage; false when this stage cannot have them, and the play is not for it. */
    boolean set(Map<String, String> settings);
}
