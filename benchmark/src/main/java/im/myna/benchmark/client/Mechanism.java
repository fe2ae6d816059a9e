package im.myna.benchmark.client;

/** The SASL mechanisms that the load generator can use. */
public enum Mechanism {
    PLAIN("", ""),
    SCRAM_SHA_1("SHA-1", "HmacSHA1"),
    SCRAM_SHA_256("SHA-256", "HmacSHA256"),
    SCRAM_SHA_512("SHA-512", "HmacSHA512");

    private final String digest;
    private final String hmac;

    Mechanism(String digest, String hmac) {
        this.digest = digest;
        this.hmac = hmac;
    }

    /** As in stream features. */
    public String title() {
        return name().replace('_', '-');
    }

    String digest() {
        return digest;
    }

    String hmac() {
        return hmac;
    }
}
