package im.myna.web.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Some IP addresses: single ones, and networks by their length. */
final class Networks {
    private record Network(byte[] address, int bits) {
        static Network of(String text) {
            int slash = text.indexOf('/');
            var address = literal(slash < 0 ? text : text.substring(0, slash)).getAddress();
            int all = address.length * Byte.SIZE;
            return new Network(address, slash < 0 ? all : Math.min(all, Integer.parseInt(text.substring(slash + 1))));
        }

        boolean contains(InetAddress other) {
            var bytes = other.getAddress();
            if (bytes.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((bytes[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> networks;

    /** @param networks such as "192.0.2.1" and "2001:db8::/32", whose form was checked */
    Networks(List<String> networks) {
        this.networks = networks.stream().map(Network::of).toList();
    }

    boolean contains(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** By IPv4 and by IPv6. */
    boolean isEverybody() {
        return networks.stream()
                        .filter(network -> network.bits() == 0)
                        .mapToInt(network -> network.address().length)
                        .distinct()
                        .count()
                == 2;
    }

    /** @throws IllegalArgumentException when it is no address; names are not looked up */
    static InetAddress literal(String text) {
        if (!text.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\\w+)?")) {
            throw new IllegalArgumentException(text);
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
