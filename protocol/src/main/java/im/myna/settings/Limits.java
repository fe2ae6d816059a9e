package im.myna.settings;

import im.myna.stream.StreamLimits;

/** How much of anything; 0 is unlimited. Each stands in {@link Setting} under the same name, with its unit. */
public record Limits(
        int stanzaBytes,
        int stanzaBytesUnauthenticated,
        int depth,
        int attributes,
        int elements,
        int bytesPerSecond,
        int bytesBurst,
        int loginSeconds,
        int idleSeconds,
        int connectionsPerAddress,
        int outputBytes,
        int resourcesPerAccount,
        int rosterItems,
        int offlineMessages,
        int vcard,
        int registrationsPerAddress) {
    /** What a stream may send before its peer is authenticated. */
    public StreamLimits unauthenticated() {
        return new StreamLimits(stanzaBytesUnauthenticated, depth, attributes, elements);
    }

    /** What a stream may send after that. */
    public StreamLimits authenticated() {
        return new StreamLimits(stanzaBytes, depth, attributes, elements);
    }
}
