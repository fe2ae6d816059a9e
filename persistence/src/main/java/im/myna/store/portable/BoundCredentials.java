package im.myna.store.portable;

import im.myna.sasl.ScramHash;
import im.myna.sasl.ScramVerifier;
import im.myna.sasl.StrictBase64;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.Arrays;
import java.util.regex.Pattern;

/** XEP-0227, 3.3: what proves a password by one mechanism of SCRAM. */
@XmlRootElement(name = "scram-credentials", namespace = Pie.SCRAM)
@XmlAccessorType(XmlAccessType.FIELD)
class BoundCredentials {
    private static final String PREFIX = "SCRAM-";
    // "This must be a positive integer without leading zeros."
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");

    @XmlAttribute
    private String mechanism = "";

    @XmlElement(name = "iter-count", namespace = Pie.SCRAM)
    private String count = "";

    @XmlElement(name = "salt", namespace = Pie.SCRAM)
    private String salt = "";

    @XmlElement(name = "server-key", namespace = Pie.SCRAM)
    private String serverKey = "";

    @XmlElement(name = "stored-key", namespace = Pie.SCRAM)
    private String storedKey = "";

    BoundCredentials() {}

    BoundCredentials(ScramVerifier verifier) {
        mechanism = PREFIX + verifier.hash();
        count = Integer.toString(verifier.iterations());
        salt = StrictBase64.encode(verifier.salt());
        serverKey = StrictBase64.encode(verifier.serverKey());
        storedKey = StrictBase64.encode(verifier.storedKey());
    }

    String mechanism() {
        return mechanism;
    }

    /** Whether this server can use it. */
    boolean known() {
        return Arrays.stream(ScramHash.values()).anyMatch(hash -> mechanism.equals(PREFIX + hash.title()));
    }

    ScramVerifier verifier() {
        if (!COUNT.matcher(count.strip()).matches()) {
            throw new IllegalArgumentException("iter-count '" + count + "' is no positive number");
        }
        return new ScramVerifier(
                mechanism.substring(PREFIX.length()),
                bytes("salt", salt),
                Integer.parseInt(count.strip()),
                bytes("stored-key", storedKey),
                bytes("server-key", serverKey));
    }

    private static byte[] bytes(String name, String text) {
        try {
            return StrictBase64.decode(text.strip());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(name + " is no base64", e);
        }
    }
}
