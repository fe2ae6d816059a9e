package im.myna.trace;

import java.util.Map;

/**
 * Something that was done, as OpenTelemetry describes it.
 *
 * @param trace of all that belongs together, 32 hexadecimal digits
 * @param id 16 hexadecimal digits
 * @param parent that of what it was a part of; empty for the whole
 * @param begun in nanoseconds since 1970, like the end
 */
public record Span(
        String trace, String id, String parent, String name, long begun, long ended, Map<String, String> attributes) {
    public Span {
        attributes = Map.copyOf(attributes);
    }
}
