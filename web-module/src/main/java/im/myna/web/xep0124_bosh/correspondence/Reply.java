package im.myna.web.xep0124_bosh.correspondence;

/** Where the answer to one request goes. */
public interface Reply {
    /** Sends it and returns at once. The second one is not sent. */
    void answer(Answer answer);

    /** True when the client has hung up: nobody would read the answer. */
    boolean isDead();
}
