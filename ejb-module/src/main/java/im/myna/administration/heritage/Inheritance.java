package im.myna.administration.heritage;

import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * What one start leaves to the next: the account of the administrator. It may have to be made in a database that is not there yet. No password is in
 * it.
 *
 * @param former the account that this one replaces; the same when there is none
 */
public record Inheritance(Jid admin, List<ScramVerifier> verifiers, Jid former) {
    public static final String FILE = "first-account";

    private static final String ADMIN = "admin";
    private static final String FORMER = "former";
    private static final String VERIFIER = "verifier.";
    private static final int PARTS = 5;

    public Inheritance {
        verifiers = List.copyOf(verifiers);
    }

    /** For a file. */
    public String text() {
        var lines = new ArrayList<String>();
        lines.add(ADMIN + "=" + escaped(admin));
        lines.add(FORMER + "=" + escaped(former));
        for (var verifier : verifiers) {
            lines.add(VERIFIER + verifier.hash() + "=" + verifier.iterations() + " " + base64(verifier.salt()) + " "
                    + base64(verifier.storedKey()) + " " + base64(verifier.serverKey()));
        }
        return String.join("\n", lines) + "\n";
    }

    /** @throws IOException when it is none */
    static Inheritance of(String text) throws IOException {
        var lines = new Properties();
        lines.load(new StringReader(text));
        try {
            var verifiers = lines.stringPropertyNames().stream()
                    .filter(name -> name.startsWith(VERIFIER))
                    .sorted()
                    .map(name -> verifier(name.substring(VERIFIER.length()), lines.getProperty(name)))
                    .toList();
            if (verifiers.isEmpty()) {
                throw new IllegalArgumentException("there are no verifiers");
            }
            return new Inheritance(
                    Jid.of(lines.getProperty(ADMIN, "")), verifiers, Jid.of(lines.getProperty(FORMER, "")));
        } catch (IllegalArgumentException e) {
            throw new IOException(FILE + " is damaged: " + e.getMessage(), e);
        }
    }

    private static ScramVerifier verifier(String hash, String value) {
        var parts = (hash + " " + value).split(" ", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("a verifier has four parts");
        }
        return new ScramVerifier(hash, bytes(parts[2]), Integer.parseInt(parts[1]), bytes(parts[3]), bytes(parts[4]));
    }

    /** Of all that a name may have, only that one means something here. */
    private static String escaped(Jid jid) {
        return jid.toString().replace("\\", "\\\\");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
