package im.myna.figures;

import im.myna.stanza.Iq;
import im.myna.stanza.Message;
import im.myna.stanza.Stanza;
import java.util.Locale;

/** What is told apart of the stanzas that come in and go out. */
public enum Flow {
    IQ_OK,
    /** Of type "error". */
    IQ_ERROR,
    /** Came in with an address that is none. */
    IQ_REFUSED,
    MESSAGE_OK,
    MESSAGE_ERROR,
    MESSAGE_REFUSED,
    PRESENCE_OK,
    PRESENCE_ERROR,
    PRESENCE_REFUSED;

    public static Flow of(Stanza stanza) {
        boolean error = stanza.isError();
        if (stanza instanceof Message) {
            return error ? MESSAGE_ERROR : MESSAGE_OK;
        }
        if (stanza instanceof Iq) {
            return error ? IQ_ERROR : IQ_OK;
        }
        return error ? PRESENCE_ERROR : PRESENCE_OK;
    }

    /** Of one that the stream could not take as it was. */
    public static Flow refused(Stanza stanza) {
        if (stanza instanceof Message) {
            return MESSAGE_REFUSED;
        }
        return stanza instanceof Iq ? IQ_REFUSED : PRESENCE_REFUSED;
    }

    /** "iq", "message" or "presence". */
    public String kind() {
        return name().substring(0, name().indexOf('_')).toLowerCase(Locale.ROOT);
    }

    /** "ok", "error" or "refused". */
    public String result() {
        return name().substring(name().indexOf('_') + 1).toLowerCase(Locale.ROOT);
    }
}
