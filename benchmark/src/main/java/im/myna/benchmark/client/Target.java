package im.myna.benchmark.client;

/** Where a server is, and the domain it answers for. */
public record Target(String host, int port, String domain) {}
