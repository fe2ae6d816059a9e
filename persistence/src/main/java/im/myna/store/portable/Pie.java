package im.myna.store.portable;

import im.myna.xml.Name;

/** The words of the file. */
final class Pie {
    static final String NS = "urn:xmpp:pie:0";
    static final String SCRAM = "urn:xmpp:pie:0#scram";
    static final String ROSTER = "jabber:iq:roster";
    static final String DELAY = "urn:xmpp:delay";
    static final String INCLUDE = "http://www.w3.org/2001/XInclude";

    /** Our own: the role, the lock. */
    static final String OURS = "urn:myna:pie:0";

    static final Name SERVER_DATA = new Name(NS, "server-data");
    static final Name HOST = new Name(NS, "host");
    static final Name USER = new Name(NS, "user");

    private Pie() {}
}
