package im.myna.benchmark.client;

/** Who logs in; all characters are harmless in XML and in SASL. */
public record Account(String name, String password, String resource) {
    public Account {
        if (!(name + password + resource).matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "name, password and resource may have letters, digits, '.', '_' and '-' only");
        }
    }

    /** The bare address. */
    public String bare(Target target) {
        return name + "@" + target.domain();
    }

    /** The full address. */
    public String full(Target target) {
        return bare(target) + "/" + resource;
    }
}
