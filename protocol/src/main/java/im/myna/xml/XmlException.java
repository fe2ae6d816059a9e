package im.myna.xml;

/** The bytes are not the XML that XMPP allows. Has no stack trace: it is an answer, not a bug. */
public final class XmlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of wrong. */
    public enum Fault {
        /** XML 1.0 or Namespaces in XML is violated. */
        NOT_WELL_FORMED,
        /** Comment, processing instruction, DTD or an entity that is not predefined (RFC 6120, 11.1). */
        RESTRICTED,
        /** Not UTF-8 (RFC 6120, 11.6). */
        ENCODING,
        /** Character data where only elements may stand. */
        STRAY_TEXT,
        /** More than the limits allow. */
        LIMIT
    }

    private final Fault fault;

    XmlException(Fault fault, String reason) {
        super(reason, null, false, false);
        this.fault = fault;
    }

    static XmlException notWellFormed(String reason) {
        return new XmlException(Fault.NOT_WELL_FORMED, reason);
    }

    public Fault fault() {
        return fault;
    }
}
