package im.myna.negotiation;

import im.myna.xml.Element;
import java.util.Optional;

/** Something that whoever logged in can use, announced with the stream features (RFC 6120, 4.3.2). Every bean of this type is asked. */
public interface StreamFeature {
    /** Empty when there is nothing to announce to this peer. Must not block. */
    Optional<Element> feature(Peer peer);
}
