package im.myna.stream;

import im.myna.xml.Element;
import im.myna.xml.XmlException;

/** The stream is broken and will be closed with this error (RFC 6120, 4.9). Has no stack trace: it is an answer, not a bug. */
public class StreamException extends RuntimeException {
    private static final String NS = "urn:ietf:params:xml:ns:xmpp-streams";
    private static final long serialVersionUID = 1L;

    private final StreamCondition condition;
    private final String content;

    public StreamException(StreamCondition condition) {
        this(condition, "");
    }

    /** @param text for the person at the other end, English; empty for none */
    public StreamException(StreamCondition condition, String text) {
        this(condition, text, "");
    }

    private StreamException(StreamCondition condition, String text, String content) {
        super(text, null, false, false);
        this.condition = condition;
        this.content = content;
    }

    /** RFC 6120, 4.9.3.19: the peer shall connect to that host ("host", "host:port" or "[v6]:port"). */
    public static StreamException seeOtherHost(String address) {
        return new StreamException(StreamCondition.SEE_OTHER_HOST, "", address);
    }

    /** What bad XML means for the stream (RFC 6120, 4.9.3 and 11). */
    static StreamException of(XmlException reason) {
        return new StreamException(
                switch (reason.fault()) {
                    case NOT_WELL_FORMED -> StreamCondition.NOT_WELL_FORMED;
                    case RESTRICTED -> StreamCondition.RESTRICTED_XML;
                    // 4.9.3.24: also what violates the rules of UTF-8.
                    case ENCODING -> StreamCondition.UNSUPPORTED_ENCODING;
                    case STRAY_TEXT -> StreamCondition.BAD_FORMAT;
                    case LIMIT -> StreamCondition.POLICY_VIOLATION;
                },
                reason.getMessage());
    }

    public StreamCondition condition() {
        return condition;
    }

    /** The error element as it travels. */
    public Element element() {
        var reason = Element.of(NS, condition.element());
        var error = Element.of(StreamHeader.NS, "error").with(content.isEmpty() ? reason : reason.text(content));
        return getMessage().isEmpty()
                ? error
                : error.with(Element.of(NS, "text").lang("en").text(getMessage()));
    }
}
