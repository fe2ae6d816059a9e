package im.myna.jid;

/** An XMPP address, prepared by RFC 7622 when made: a Jid that exists is valid. */
public final class Jid implements Comparable<Jid> {
    /** No address: what an absent 'to' or 'from' reads as. Its parts are empty and it equals only itself. */
    public static final Jid NONE = new Jid("", "", "");

    private final String local;
    private final String domain;
    private final String resource;

    private Jid(String local, String domain, String resource) {
        this.local = local;
        this.domain = domain;
        this.resource = resource;
    }

    /** @throws MalformedJidException when the text is no address by RFC 7622 */
    public static Jid of(String text) {
        throw new UnsupportedOperationException(text);
    }

    /** Empty strings for absent parts. @throws MalformedJidException when a part is refused by RFC 7622 */
    public static Jid of(String local, String domain, String resource) {
        return new Jid(local, domain, resource);
    }

    public String local() {
        return local;
    }

    public String domain() {
        return domain;
    }

    public String resource() {
        return resource;
    }

    public boolean isNone() {
        return domain.isEmpty();
    }

    public boolean isFull() {
        return !resource.isEmpty();
    }

    public boolean isBare() {
        return resource.isEmpty();
    }

    /** True for an address without localpart: a server, a component. */
    public boolean isDomain() {
        return local.isEmpty() && resource.isEmpty();
    }

    public Jid bare() {
        return this;
    }

    public Jid withResource(String name) {
        return of(local, domain, name);
    }

    @Override
    public int compareTo(Jid other) {
        return toString().compareTo(other.toString());
    }
}
