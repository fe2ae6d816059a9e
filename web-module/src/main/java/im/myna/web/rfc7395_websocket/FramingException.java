package im.myna.web.rfc7395_websocket;

import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;

/** What came is no frame that is understood (RFC 6455, 7.1.7): how the connection ends. */
final class FramingException extends RuntimeException {
    /** RFC 6455, 7.4.1. */
    static final int PROTOCOL_ERROR = 1002;

    static final int UNACCEPTABLE = 1003;
    static final int NO_UTF_8 = 1007;
    static final int POLICY = 1008;
    static final int TOO_BIG = 1009;

    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient StreamException reason;

    private FramingException(int code, StreamException reason) {
        super(reason.getMessage(), null, false, false);
        this.code = code;
        this.reason = reason;
    }

    /** @param what for the person at the other end, English */
    static FramingException protocol(String what) {
        return new FramingException(PROTOCOL_ERROR, new StreamException(StreamCondition.BAD_FORMAT, what));
    }

    /** RFC 7395, 3.2: data frames are of the type "text". */
    static FramingException binary() {
        return new FramingException(
                UNACCEPTABLE, new StreamException(StreamCondition.BAD_FORMAT, "XMPP travels in text frames"));
    }

    static FramingException tooBig() {
        return new FramingException(
                TOO_BIG, new StreamException(StreamCondition.POLICY_VIOLATION, "the message is too large"));
    }

    int code() {
        return code;
    }

    StreamException reason() {
        return reason;
    }

    /** The close code that goes with a stream error. */
    static int code(StreamException reason) {
        return switch (reason.condition()) {
            case UNSUPPORTED_ENCODING -> NO_UTF_8;
            case POLICY_VIOLATION -> POLICY;
            default -> 1000;
        };
    }
}
