package im.myna.blackbox.client;

import java.util.ArrayList;
import java.util.List;

/** Many clients at once, who do nothing but be there. */
public final class Crowd implements AutoCloseable {
    private final List<RawClient> clients = new ArrayList<>();

    private Crowd() {}

    /** Each has opened its stream and seen the server's features, and stays. */
    public static Crowd of(int count, Target server) {
        var crowd = new Crowd();
        try {
            for (int i = 0; i < count; i++) {
                var client = RawClient.plain(server);
                crowd.clients.add(client);
                client.open();
            }
            return crowd;
        } catch (AssertionError | RuntimeException e) {
            crowd.close();
            throw new AssertionError("only " + (crowd.clients.size() - 1) + " clients could come in", e);
        }
    }

    /** Those whose stream still answers to its closing, which are gone then. */
    public long leave() {
        clients.forEach(RawClient::leave);
        return clients.size();
    }

    @Override
    public void close() {
        clients.forEach(RawClient::close);
    }
}
