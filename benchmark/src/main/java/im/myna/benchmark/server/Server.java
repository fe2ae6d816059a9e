package im.myna.benchmark.server;

import im.myna.benchmark.client.Target;

/** A server that runs, until it is closed. */
public interface Server extends AutoCloseable {
    /** What all of them answer for. */
    String DOMAIN = "bench.example";

    /** Where it listens. */
    Target target();

    /** The number of its process. */
    long pid();

    /** Ends it and removes what it kept. */
    @Override
    void close();
}
