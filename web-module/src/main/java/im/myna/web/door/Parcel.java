package im.myna.web.door;

import im.myna.stream.Frame;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a peer sent at once: a WebSocket message, an HTTP body.
 *
 * @param bytes as they count for the limits, at least 1
 * @param frames makes frames of it when their turn has come, and throws a StreamException when they are none
 */
public record Parcel(int bytes, Supplier<List<Frame>> frames) {
    public Parcel {
        bytes = Math.max(1, bytes);
    }
}
