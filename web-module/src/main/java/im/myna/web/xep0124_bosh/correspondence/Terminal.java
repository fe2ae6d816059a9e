package im.myna.web.xep0124_bosh.correspondence;

import java.util.Locale;

/** Why a session is over, or never began (XEP-0124, 17.2). */
public enum Terminal {
    BAD_REQUEST(400),
    HOST_GONE(200),
    HOST_UNKNOWN(200),
    IMPROPER_ADDRESSING(200),
    INTERNAL_SERVER_ERROR(200),
    ITEM_NOT_FOUND(404),
    OTHER_REQUEST(200),
    POLICY_VIOLATION(403),
    REMOTE_CONNECTION_FAILED(200),
    REMOTE_STREAM_ERROR(200),
    SEE_OTHER_URI(200),
    SYSTEM_SHUTDOWN(200),
    UNDEFINED_CONDITION(200);

    private final int legacyStatus;

    Terminal(int legacyStatus) {
        this.legacyStatus = legacyStatus;
    }

    /** The value of the attribute. */
    public String condition() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** XEP-0124, 17.1: what a client of before the attribute 'ver' is told instead; 200 where there is no such status. */
    int legacyStatus() {
        return legacyStatus;
    }
}
