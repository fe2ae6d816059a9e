package im.myna.negotiation;

import im.myna.sasl.Mechanism;
import im.myna.settings.Limits;
import im.myna.specification.Implements;
import im.myna.stream.StreamHeader;
import im.myna.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a peer can do next: the stream features of RFC 6120, 4.3.2. */
@Implements(spec = "XEP-0440", version = "1.0.0")
@Implements(spec = "XEP-0478", version = "0.2.0")
final class Announcement {
    private static final String BINDINGS = "urn:xmpp:sasl-cb:0";
    private static final String LIMITS = "urn:xmpp:stream-limits:0";

    private final Peer peer;
    private final Negotiations shared;
    private final List<Element> children = new ArrayList<>();

    Announcement(Peer peer, Negotiations shared) {
        this.peer = peer;
        this.shared = shared;
    }

    Element features(List<Mechanism> mechanisms) {
        boolean required = shared.settings().tls().required();
        if (StartTls.isPossible(peer.link())) {
            children.add(StartTls.feature(required));
        }
        if (peer.isAuthenticated()) {
            afterwards();
        } else if (peer.link().security().encrypted() || !required) {
            authentication(mechanisms);
            shared.newcomers().forEach(service -> service.feature().ifPresent(children::add));
        }
        limits(shared.settings().limits());
        return Element.of(StreamHeader.NS, "features").with(children);
    }

    private void afterwards() {
        children.add(Element.of(Binding.NS, "bind"));
        shared.streamFeatures().forEach(other -> other.feature(peer).ifPresent(children::add));
    }

    private void authentication(List<Mechanism> mechanisms) {
        children.add(Element.of(Authentication.NS, "mechanisms")
                .with(mechanisms.stream()
                        .map(mechanism ->
                                Element.of(Authentication.NS, "mechanism").text(mechanism.title()))
                        .toList()));
        if (mechanisms.stream().anyMatch(Mechanism::plus)) {
            Set<String> types = peer.link().security().bindings().keySet();
            children.add(Element.of(BINDINGS, "sasl-channel-binding")
                    .with(types.stream()
                            .sorted()
                            .map(type -> Element.of(BINDINGS, "channel-binding").with("type", type))
                            .toList()));
        }
    }

    private void limits(Limits limits) {
        int bytes = (peer.isAuthenticated() ? limits.authenticated() : limits.unauthenticated()).stanzaBytes();
        var announced = new ArrayList<Element>();
        if (bytes > 0) {
            announced.add(Element.of(LIMITS, "max-bytes").text(String.valueOf(bytes)));
        }
        if (limits.idleSeconds() > 0) {
            announced.add(Element.of(LIMITS, "idle-seconds").text(String.valueOf(limits.idleSeconds())));
        }
        if (!announced.isEmpty()) {
            children.add(Element.of(LIMITS, "limits").with(announced));
        }
    }
}
