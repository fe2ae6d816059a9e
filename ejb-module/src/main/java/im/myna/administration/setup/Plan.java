package im.myna.administration.setup;

import im.myna.store.inventory.Candidate;

/** All that was chosen. */
public record Plan(String domain, Pem certificate, Candidate database, Admin admin) {
    /**
     * A certificate.
     *
     * @param chain the domain's own first; empty for one that signs itself
     * @param key without password
     */
    public record Pem(String chain, String key) {
        /** One that the server makes. */
        public static final Pem SELF_SIGNED = new Pem("", "");

        public boolean isSelfSigned() {
            return chain.isBlank() && key.isBlank();
        }

        /** Not the key. */
        @Override
        public String toString() {
            return isSelfSigned() ? "Pem[self-signed]" : "Pem[" + chain.length() + " characters]";
        }
    }

    /**
     * The first administrator.
     *
     * @param name the localpart of the address
     */
    public record Admin(String name, String password) {
        /** Not the password. */
        @Override
        public String toString() {
            return "Admin[" + name + "]";
        }
    }
}
