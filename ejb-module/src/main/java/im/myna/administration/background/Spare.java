package im.myna.administration.background;

/** Lends a thread that may block. */
@FunctionalInterface
public interface Spare {
    /** @throws java.util.concurrent.RejectedExecutionException when the server is going down */
    void execute(Runnable work);
}
