package im.myna.xml;

/** An expanded name: namespace and local part. The namespace of an attribute without prefix is empty. */
public record Name(String namespace, String local) {
    /** The namespace of xml:lang. */
    public static final String XML = "http://www.w3.org/XML/1998/namespace";

    /** The attribute xml:lang. */
    public static final Name LANG = new Name(XML, "lang");
}
