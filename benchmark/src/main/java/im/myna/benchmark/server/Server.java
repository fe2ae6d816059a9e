package im.myna.benchmark.server;

import im.myna.benchmark.client.Target;

/** A server that runs, until it is closed. */
public interface Server extends AutoCloseable {
    /** What all of them answer for. */
    String DOMAIN = "bench.example";

    /** Where it listens. */
    Target target();

    /** The number of its process; another one after a restart. */
    long pid();

    /** A fresh process that keeps the accounts. */
    void restart();

    /** Ends it and removes what it kept. */
    @Override
    void close();
}
