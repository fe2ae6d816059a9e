package im.myna.benchmark.client;

/** Told of each child of the stream that a logged-in client gets, on the event loop. */
@FunctionalInterface
public interface Receiver {
    /** The bytes are only good during the call. */
    void received(Client at, byte[] bytes, int from, int to);
}
