package im.myna.vcard;

import im.myna.xml.Element;
import im.myna.xml.Name;

/** The two ways to write a vCard. */
public enum Format {
    /** XEP-0054. */
    TEMP("vcard-temp", "vCard"),
    /** XEP-0292, RFC 6351. */
    FOUR("urn:ietf:params:xml:ns:vcard-4.0", "vcard");

    private final Name root;

    Format(String namespace, String local) {
        root = new Name(namespace, local);
    }

    public String namespace() {
        return root.namespace();
    }

    /** What a card is called in it. */
    public Name root() {
        return root;
    }

    Element leaf(String local, String text) {
        return element(local).text(text);
    }

    Element element(String local) {
        return Element.of(root.namespace(), local);
    }
}
