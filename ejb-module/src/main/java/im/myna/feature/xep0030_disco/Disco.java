package im.myna.feature.xep0030_disco;

import static im.myna.routing.declaration.Kind.GET;
import static im.myna.routing.declaration.Place.ACCOUNT;
import static im.myna.routing.declaration.Place.SELF;
import static im.myna.routing.declaration.Place.SERVER;

import im.myna.roster.Rosters;
import im.myna.routing.DispatchTable;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Handles;
import im.myna.specification.Implements;
import im.myna.stanza.Condition;
import im.myna.stanza.Iq;
import im.myna.stanza.StanzaException;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Tells what the server and its accounts can do. */
@Implements(
        spec = "XEP-0030",
        version = "2.5.0",
        features = {Disco.INFO, Disco.ITEMS},
        accountFeatures = {Disco.INFO, Disco.ITEMS})
@ApplicationScoped
public class Disco implements Feature {
    static final String INFO = "http://jabber.org/protocol/disco#info";
    static final String ITEMS = "http://jabber.org/protocol/disco#items";

    @Inject
    private DispatchTable table;

    @Inject
    private Rosters rosters;

    @Handles(kind = GET, ns = INFO, name = "query", at = SERVER)
    public Iq serverInfo(Iq request) {
        var server = identity("server", "im").with("name", "Myna");
        return request.result(query(request, INFO).with(server).with(features(Implements::features)));
    }

    @Handles(kind = GET, ns = INFO, name = "query", at = SELF)
    public Iq ownInfo(Iq request) {
        var account = identity("account", "registered");
        return request.result(query(request, INFO).with(account).with(features(Implements::accountFeatures)));
    }

    @Handles(kind = GET, ns = INFO, name = "query", at = ACCOUNT, blocking = true)
    public Iq accountInfo(Iq request) {
        checkMaySee(request);
        return ownInfo(request);
    }

    @Handles(
            kind = GET,
            ns = ITEMS,
            name = "query",
            at = {SERVER, SELF})
    public Iq items(Iq request) {
        return request.result(query(request, ITEMS));
    }

    @Handles(kind = GET, ns = ITEMS, name = "query", at = ACCOUNT, blocking = true)
    public Iq accountItems(Iq request) {
        checkMaySee(request);
        return items(request);
    }

    /** XEP-0030, 8: who has no subscription to the account's presence learns nothing, not even whether it exists. */
    private void checkMaySee(Iq request) {
        if (!rosters.read(request.head().to())
                .isSubscribed(request.head().from().bare())) {
            throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
        }
    }

    private static Element query(Iq request, String ns) {
        var node = request.payload().first().flatMap(query -> query.attribute("node"));
        if (node.isPresent()) {
            // XEP-0030, 7: no such node; there are none.
            throw new StanzaException(Condition.ITEM_NOT_FOUND);
        }
        return Element.of(ns, "query");
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
}
