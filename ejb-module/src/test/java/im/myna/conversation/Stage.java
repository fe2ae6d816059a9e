package im.myna.conversation;

import java.util.List;
import java.util.Map;

/** A server that conversations are played on: in memory, or deployed. */
public interface Stage {
    /** The domain that is served. */
    String DOMAIN = "im.example.com";

    /** Makes the account anew, with nothing in it. */
    void account(String username, String password);

    /** Makes the account of an administrator of the server anew. */
    void administrator(String username, String password);

    /** Removes the account and all of it, if it is there. */
    void forget(String username);

    /**
     * Makes the group.
     *
     * @param audience "nobody", "everybody", or the name of the group whose members see it
     */
    void group(String name, String displayName, String audience, List<String> members);

    /** Removes the group, if it is there. */
    void disband(String name);

    void join(String group, String username);

    void leave(String group, String username);

    /** A new connection, on which nothing has been said yet. */
    Wire connect();

    /** True when the server has these settings; a play that needs others than the stage can have is not for it. */
    boolean has(Map<String, String> settings);
}
