package im.myna.sasl;

import java.util.Arrays;
import java.util.Optional;

/** The SASL mechanisms, the one to prefer first. */
public enum Mechanism {
    EXTERNAL("EXTERNAL"),
    SCRAM_SHA_512_PLUS("SCRAM-SHA-512-PLUS"),
    SCRAM_SHA_256_PLUS("SCRAM-SHA-256-PLUS"),
    SCRAM_SHA_1_PLUS("SCRAM-SHA-1-PLUS"),
    SCRAM_SHA_512("SCRAM-SHA-512"),
    SCRAM_SHA_256("SCRAM-SHA-256"),
    SCRAM_SHA_1("SCRAM-SHA-1"),
    PLAIN("PLAIN");

    private final String title;
    private final Optional<ScramHash> hash;

    Mechanism(String title) {
        this.title = title;
        var bare = title.replace("SCRAM-", "").replace("-PLUS", "");
        hash = Arrays.stream(ScramHash.values())
                .filter(known -> known.title().equals(bare))
                .findFirst();
    }

    /** Empty when it is not one of ours. */
    public static Optional<Mechanism> named(String title) {
        return Arrays.stream(values())
                .filter(mechanism -> mechanism.title.equals(title))
                .findFirst();
    }

    /** As IANA registered it. */
    public String title() {
        return title;
    }

    /** Of the SCRAM mechanisms. */
    public Optional<ScramHash> hash() {
        return hash;
    }

    /** Whether it binds to the TLS channel. */
    public boolean plus() {
        return title.endsWith("-PLUS");
    }
}
