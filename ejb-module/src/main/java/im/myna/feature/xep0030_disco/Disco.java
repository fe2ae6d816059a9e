package im.myna.feature.xep0030_disco;

import static im.myna.routing.declaration.Kind.GET;
import static im.myna.routing.declaration.Place.ACCOUNT;
import static im.myna.routing.declaration.Place.SELF;
import static im.myna.routing.declaration.Place.SERVER;

import im.myna.discovery.Extension;
import im.myna.discovery.Nodes;
import im.myna.roster.Rosters;
import im.myna.routing.DispatchTable;
import im.myna.routing.Reaction;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Handles;
import im.myna.specification.Implements;
import im.myna.stanza.Condition;
import im.myna.stanza.Iq;
import im.myna.stanza.StanzaException;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tells what the server and its accounts can do. */
@Implements(
        spec = "XEP-0030",
        version = "2.5.0",
        features = {Disco.INFO, Disco.ITEMS},
        accountFeatures = {Disco.INFO, Disco.ITEMS})
@Implements(spec = "XEP-0128", version = "1.0.1")
@ApplicationScoped
public class Disco implements Feature {
    static final String INFO = "http://jabber.org/protocol/disco#info";
    static final String ITEMS = "http://jabber.org/protocol/disco#items";

    @Inject
    private DispatchTable table;

    @Inject
    private Rosters rosters;

    @Inject
    @Any
    private Instance<Nodes> nodes;

    @Inject
    @Any
    private Instance<Extension> extensions;

    @Handles(kind = GET, ns = INFO, name = "query", at = SERVER)
    public Reaction serverInfo(Iq request) {
        var head = request.head();
        return node(request)
                .map(node -> asked(
                        request, INFO, node, found -> found.info(node, head.to().domain(), head.from())))
                .orElseGet(() -> Reaction.route(request.result(Element.of(INFO, "query")
                        .with(identity("server", "im").with("name", "Myna"))
                        .with(features(Implements::features))
                        .with(extended(head.to().domain())))));
    }

    @Handles(kind = GET, ns = INFO, name = "query", at = SELF)
    public Iq ownInfo(Iq request) {
        mustBeWithoutNode(request);
        var account = identity("account", "registered");
        return request.result(Element.of(INFO, "query").with(account).with(features(Implements::accountFeatures)));
    }

    @Handles(kind = GET, ns = INFO, name = "query", at = ACCOUNT, blocking = true)
    public Iq accountInfo(Iq request) {
        checkMaySee(request);
        return ownInfo(request);
    }

    @Handles(kind = GET, ns = ITEMS, name = "query", at = SERVER)
    public Reaction serverItems(Iq request) {
        var head = request.head();
        return node(request)
                .map(node -> asked(
                        request,
                        ITEMS,
                        node,
                        found -> found.items(node, head.to().domain(), head.from())))
                .orElseGet(() -> Reaction.route(request.result(Element.of(ITEMS, "query"))));
    }

    @Handles(kind = GET, ns = ITEMS, name = "query", at = SELF)
    public Iq ownItems(Iq request) {
        mustBeWithoutNode(request);
        return request.result(Element.of(ITEMS, "query"));
    }

    @Handles(kind = GET, ns = ITEMS, name = "query", at = ACCOUNT, blocking = true)
    public Iq accountItems(Iq request) {
        checkMaySee(request);
        return ownItems(request);
    }

    /** XEP-0030, 8: who has no subscription to the account's presence learns nothing, not even whether it exists. */
    private void checkMaySee(Iq request) {
        if (!rosters.read(request.head().to())
                .isSubscribed(request.head().from().bare())) {
            throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
        }
    }

    private static Optional<String> node(Iq request) {
        return request.payload().first().flatMap(query -> query.attribute("node"));
    }

    private static void mustBeWithoutNode(Iq request) {
        if (node(request).isPresent()) {
            // XEP-0030, 7: no such node; accounts have none.
            throw new StanzaException(Condition.ITEM_NOT_FOUND);
        }
    }

    /** XEP-0030, 7: who has no such node answers item-not-found. */
    private Reaction asked(Iq request, String ns, String node, Function<Nodes, List<Element>> question) {
        var found = nodes.stream()
                .filter(candidate -> candidate.has(node))
                .findFirst()
                .orElseThrow(() -> new StanzaException(Condition.ITEM_NOT_FOUND));
        return Reaction.then(
                request,
                () -> Reaction.route(request.result(
                        Element.of(ns, "query").with("node", node).with(question.apply(found)))));
    }

    private static Element identity(String category, String type) {
        return Element.of(INFO, "identity").with("category", category).with("type", type);
    }

    private List<Element> features(Function<Implements, String[]> which) {
        return table.specifications().stream()
                .flatMap(specification -> Arrays.stream(which.apply(specification)))
                .distinct()
                .sorted()
                .map(feature -> Element.of(INFO, "feature").with("var", feature))
                .toList();
    }

    private List<Element> extended(String domain) {
        return extensions.stream()
                .flatMap(extension -> extension.of(domain).stream())
                .map(form -> form.element())
                .toList();
    }
}
