package im.myna.link;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** How many connections each address has, over all doors that share this. An IPv6 network of 64 bits counts as one address. */
public final class Addresses {
    private static final int NETWORK_BYTES = 8;

    /** Written by every thread. Who has no connection is not in it. */
    private final Map<ByteBuffer, Integer> connections = new ConcurrentHashMap<>();

    private final IntSupplier limit;

    /** @param limit connections of one address, as many as it says then; 0 is unlimited */
    public Addresses(IntSupplier limit) {
        this.limit = limit;
    }

    /** @return false when there are too many; then nobody has entered */
    public boolean enter(InetAddress address) {
        // Counted also where there is no limit: there may be one when they leave.
        int most = limit.getAsInt();
        var entered = new boolean[1];
        connections.compute(network(address), (network, count) -> {
            int now = count == null ? 0 : count;
            entered[0] = most == 0 || now < most;
            return entered[0] ? Integer.valueOf(now + 1) : count;
        });
        return entered[0];
    }

    /** Of one who has entered. */
    public void leave(InetAddress address) {
        connections.computeIfPresent(
                network(address), (network, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }

    /** Whether nobody is there. */
    public boolean isEmpty() {
        return connections.isEmpty();
    }

    private static ByteBuffer network(InetAddress address) {
        var bytes = address.getAddress();
        return ByteBuffer.wrap(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
