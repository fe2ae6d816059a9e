package im.myna.negotiation;

import im.myna.link.Link;
import im.myna.stanza.Iq;
import im.myna.xml.Element;
import java.util.Optional;

/** A service for those who are not logged in yet. */
public interface Newcomers {
    /** What the stream features announce before authentication; empty when the service is closed. */
    Optional<Element> feature();

    /** True when the request is for this service. */
    boolean concerns(Iq request);

    /**
     * The answer. It may block.
     *
     * @param domain that the stream is for
     * @throws im.myna.stanza.StanzaException to refuse
     */
    Iq answer(Iq request, String domain, Link link);
}
