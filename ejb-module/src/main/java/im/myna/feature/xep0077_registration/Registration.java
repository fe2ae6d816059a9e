package im.myna.feature.xep0077_registration;

import static im.myna.routing.declaration.Kind.GET;
import static im.myna.routing.declaration.Kind.SET;

import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.link.Link;
import im.myna.negotiation.Newcomers;
import im.myna.routing.Reaction;
import im.myna.routing.Removal;
import im.myna.routing.declaration.Feature;
import im.myna.routing.declaration.Handles;
import im.myna.sasl.ScramVerifier;
import im.myna.session.Session;
import im.myna.settings.LiveSettings;
import im.myna.specification.Implements;
import im.myna.stanza.Condition;
import im.myna.stanza.Iq;
import im.myna.stanza.StanzaException;
import im.myna.store.account.Account;
import im.myna.store.account.AccountStore;
import im.myna.store.account.Role;
import im.myna.store.directory.PeopleStore;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Lets people make an account, change its password and remove it. */
@Implements(
        spec = "XEP-0077",
        version = "2.4",
        note = "without forms: a user name and a password are all that is asked for",
        features = Registration.NS)
@ApplicationScoped
public class Registration implements Feature, Newcomers {
    static final String NS = "jabber:iq:register";
    private static final String FEATURE = "http://jabber.org/features/iq-register";

    @Inject
    private AccountStore accounts;

    @Inject
    private PeopleStore people;

    @Inject
    private Removal removal;

    @Inject
    private Addresses addresses;

    @Inject
    private LiveSettings settings;

    @Inject
    private Clock clock;

    @Override
    public Optional<Element> feature() {
        return isOpen() ? Optional.of(Element.of(FEATURE, "register")) : Optional.empty();
    }

    @Override
    public boolean concerns(Iq request) {
        return request.isRequest() && request.payload().has(NS, "query");
    }

    @Override
    public Iq answer(Iq request, String domain, Link link) {
        if (!isOpen()) {
            throw new StanzaException(Condition.SERVICE_UNAVAILABLE);
        }
        if (request.type() == Iq.Type.GET) {
            return request.result(Element.of(NS, "query")
                    .with(Element.of(NS, "instructions").text("Choose a user name and a password."))
                    .with(Element.of(NS, "username"))
                    .with(Element.of(NS, "password")));
        }
        register(query(request), domain, link);
        return request.result();
    }

    /** 3.1: somebody who is logged in is registered. */
    @Handles(kind = GET, ns = NS, name = "query")
    public Iq registered(Iq request, Session sender) {
        return request.result(Element.of(NS, "query")
                .with(Element.of(NS, "registered"))
                .with(Element.of(NS, "username").text(sender.jid().local()))
                .with(Element.of(NS, "password")));
    }

    /** 3.2, 3.3. */
    @Handles(kind = SET, ns = NS, name = "query", blocking = true)
    public Reaction change(Iq request, Session sender) {
        var query = query(request);
        var account = sender.jid().bare();
        if (people.find(account).isPresent()) {
            // 3.3: the server does not support password changes; nor does an account go that would come back.
            throw new StanzaException(Condition.NOT_ALLOWED, "this account is kept by a directory");
        }
        if (query.child("remove").isPresent()) {
            checkAlone(query);
            return removal.of(account, Reaction.send(sender, request.result()));
        }
        if (!prepared(field(query, "username"), account.domain()).equals(account)) {
            throw new StanzaException(Condition.NOT_ALLOWED, "this is another account");
        }
        accounts.changeVerifiers(account, verifiers(field(query, "password")));
        return Reaction.send(sender, request.result());
    }

    private void register(Element query, String domain, Link link) {
        if (query.child("remove").isPresent()) {
            // 3.2: who is not registered with the server has nothing to cancel.
            throw new StanzaException(Condition.REGISTRATION_REQUIRED);
        }
        var account = prepared(field(query, "username"), domain);
        var password = field(query, "password");
        if (accounts.exists(account)) {
            throw new StanzaException(Condition.CONFLICT);
        }
        if (!addresses.mayRegister(link.address().getAddress())) {
            // 3.1.1: an unregistered entity that attempts to register too many times.
            throw new StanzaException(Condition.NOT_ACCEPTABLE, "too many accounts were made from this address");
        }
        if (!accounts.add(new Account(account, Role.USER, verifiers(password), clock.instant()))) {
            throw new StanzaException(Condition.CONFLICT);
        }
    }

    private boolean isOpen() {
        return settings.now().registration() == im.myna.settings.Registration.OPEN;
    }

    private List<ScramVerifier> verifiers(String password) {
        try {
            return ScramVerifier.all(password, settings.now().login().iterations());
        } catch (IllegalArgumentException e) {
            throw new StanzaException(Condition.NOT_ACCEPTABLE, "this password has characters that cannot be used");
        }
    }

    private static Element query(Iq request) {
        return request.payload().first(NS, "query").orElseThrow(() -> new StanzaException(Condition.BAD_REQUEST));
    }

    private static void checkAlone(Element query) {
        if (query.children().size() != 1) {
            // 3.2: <remove/> must be the only child.
            throw new StanzaException(Condition.BAD_REQUEST);
        }
    }

    /** 3.1: what was asked for and is missing or empty is not acceptable. */
    private static String field(Element query, String name) {
        return query.child(name)
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new StanzaException(Condition.NOT_ACCEPTABLE, "there must be a " + name));
    }

    private static Jid prepared(String username, String domain) {
        try {
            return Jid.of(username, domain, "");
        } catch (MalformedJidException e) {
            throw new StanzaException(Condition.NOT_ACCEPTABLE, e.getMessage());
        }
    }
}
