package im.myna.jid;

import im.myna.specification.Implements;

/** An XMPP address, prepared by RFC 7622 when made: a Jid that exists is valid. */
@Implements(spec = "RFC 7622")
public final class Jid implements Comparable<Jid> {
    /** No address: what an absent 'to' or 'from' reads as. Its parts are empty and it equals only itself. */
    public static final Jid NONE = new Jid("", "", "");

    private final String local;
    private final String domain;
    private final String resource;
    private final String text;
    private final Jid bare;

    /** The parts are prepared. */
    private Jid(String local, String domain, String resource) {
        this(local, domain, resource, local.isEmpty() ? domain : local + '@' + domain);
    }

    private Jid(String local, String domain, String resource, String account) {
        this.local = local;
        this.domain = domain;
        this.resource = resource;
        text = resource.isEmpty() ? account : account + '/' + resource;
        bare = resource.isEmpty() ? this : new Jid(local, domain, "", account);
    }

    /**
     * Splits and prepares a text.
     *
     * @throws MalformedJidException when the text is no address by RFC 7622
     */
    public static Jid of(String text) {
        // RFC 7622, 3.1: what follows the first "/" is the resourcepart, what stands before the first "@" of the rest
        // the localpart.
        int slash = text.indexOf('/');
        var account = slash < 0 ? text : text.substring(0, slash);
        int at = account.indexOf('@');
        // RFC 7622, 3.3.1 and 3.4: a part that is there is not empty.
        if (at == 0) {
            throw new MalformedJidException("the localpart is empty");
        }
        if (slash == text.length() - 1) {
            throw new MalformedJidException(slash < 0 ? "the domainpart is empty" : "the resourcepart is empty");
        }
        return of(
                at < 0 ? "" : account.substring(0, at),
                account.substring(at + 1),
                slash < 0 ? "" : text.substring(slash + 1));
    }

    /**
     * Prepares the parts; empty strings for absent ones.
     *
     * @throws MalformedJidException when a part is refused by RFC 7622
     */
    public static Jid of(String local, String domain, String resource) {
        return new Jid(
                local.isEmpty() ? "" : Part.LOCAL.prepare(local),
                Part.DOMAIN.prepare(domain),
                resource.isEmpty() ? "" : Part.RESOURCE.prepare(resource));
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
        return bare;
    }

    /**
     * The same account or host with that resource.
     *
     * @throws MalformedJidException when the name is refused by RFC 7622
     */
    public Jid withResource(String name) {
        return new Jid(local, domain, Part.RESOURCE.prepare(name));
    }

    // Only prepared texts have a Jid, and their separators cannot stand inside of the parts: equal texts are equal
    // parts.
    @Override
    public boolean equals(Object other) {
        return other instanceof Jid jid && text.equals(jid.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public int compareTo(Jid other) {
        return text.compareTo(other.text);
    }
}
