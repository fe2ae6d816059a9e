package im.myna.xml;

/** An expanded name: namespace and local part. The namespace of an attribute without prefix is empty. */
public record Name(String namespace, String local) {}
