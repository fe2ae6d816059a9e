package im.myna.discovery;

import im.myna.jid.Jid;
import im.myna.xml.Element;
import java.util.List;

/** Parts of the server that can be asked about by a name (XEP-0030, 3.2 and 4.2). */
public interface Nodes {
    /** Whether that is one of these. Must not block. */
    boolean has(String node);

    /**
     * What stands in the answer of disco#info. May block.
     *
     * @param domain that was asked
     * @param asker the full address
     * @throws im.myna.stanza.StanzaException when this one may not know
     */
    List<Element> info(String node, String domain, Jid asker);

    /** What stands in the answer of disco#items, likewise. */
    List<Element> items(String node, String domain, Jid asker);
}
