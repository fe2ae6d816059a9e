package im.myna.negotiation;

import im.myna.figures.LoginOutcome;
import im.myna.jid.Jid;
import im.myna.link.Link;
import im.myna.sasl.Mechanism;
import im.myna.sasl.SaslCondition;
import im.myna.sasl.SaslException;
import im.myna.sasl.StrictBase64;
import im.myna.sasl.XmppAddresses;
import im.myna.specification.Implements;
import im.myna.stream.Frame;
import im.myna.stream.StreamCondition;
import im.myna.stream.StreamException;
import im.myna.xml.Element;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Finds out who a peer is (RFC 6120, 6). */
@Implements(spec = "RFC 5802", note = "SCRAM-SHA-1 and SCRAM-SHA-1-PLUS")
@Implements(spec = "RFC 7677", note = "SCRAM-SHA-256, and SCRAM-SHA-512 likewise, both also with -PLUS")
@Implements(spec = "RFC 4616", note = "PLAIN, within TLS only")
@Implements(spec = "XEP-0178", version = "1.2", note = "clients")
final class Authentication {
    static final String NS = "urn:ietf:params:xml:ns:xmpp-sasl";
    private static final System.Logger LOG = System.getLogger(Authentication.class.getName());
    private static final String UNKNOWN = "unknown";
    private static final Set<String> ELEMENTS = Set.of("auth", "response", "abort");
    /** How often, and for how long, a password waits for its turn to be hashed: ten seconds together. */
    private static final int TURNS = 200;

    private static final Duration TURN = Duration.ofMillis(50);

    private final Link link;
    private final Negotiations shared;
    private Peer peer;
    private List<Jid> certified = List.of();
    private List<Mechanism> offered = List.of();
    private Optional<Exchange> exchange = Optional.empty();
    private Supplier<Outcome> pending = () -> Outcome.GOING;
    private Jid account = Jid.NONE;
    private long begun;
    private String mechanism = UNKNOWN;
    private int failures;
    private int vainAttempts;

    Authentication(Link link, Negotiations shared) {
        this.link = link;
        this.shared = shared;
        peer = new Peer(link, "", Jid.NONE);
    }

    static boolean takes(Element element) {
        return element.name().namespace().equals(NS)
                && ELEMENTS.contains(element.name().local());
    }

    /** The account, once it is proved; else {@link Jid#NONE}. */
    Jid account() {
        return account;
    }

    /** By which mechanism it was proved, or tried last. */
    String mechanism() {
        return mechanism;
    }

    /** The number of the last expulsion when it began to prove itself. */
    long begun() {
        return begun;
    }

    /** A stream begins: what is offered depends on how it is protected. */
    void greet(Peer now) {
        peer = now;
        exchange = Optional.empty();
        certified = link.security().peer().stream()
                .limit(1)
                .flatMap(certificate -> XmppAddresses.of(certificate).stream())
                .filter(address -> address.isBare()
                        && !address.isDomain()
                        && address.domain().equals(now.domain()))
                .toList();
        offered = Arrays.stream(Mechanism.values()).filter(this::isOffered).toList();
    }

    List<Mechanism> offered() {
        return offered;
    }

    private boolean isOffered(Mechanism mechanism) {
        var security = link.security();
        if (!security.encrypted()) {
            return !shared.settings().tls().required() && mechanism.hash().isPresent() && !mechanism.plus();
        }
        return mechanism == Mechanism.EXTERNAL
                ? !certified.isEmpty()
                : !mechanism.plus() || !security.bindings().isEmpty();
    }

    Outcome accept(Element element) {
        return guarded(() -> switch (element.name().local()) {
            case "auth" -> begin(element);
            case "response" -> respond(element);
            default -> throw new SaslException(SaslCondition.ABORTED);
        });
    }

    /** Goes on after a delay. */
    Outcome resume() {
        var next = pending;
        pending = () -> Outcome.GOING;
        return guarded(next);
    }

    private Outcome guarded(Supplier<Outcome> step) {
        try {
            return step.get();
        } catch (SaslException e) {
            return failed(e);
        }
    }

    private Outcome later(Duration delay, Supplier<Outcome> next) {
        if (delay.isZero()) {
            return next.get();
        }
        pending = next;
        return new Outcome.Later(delay);
    }

    private Outcome begin(Element auth) {
        if (exchange.isPresent()) {
            throw new SaslException(SaslCondition.MALFORMED_REQUEST, "another exchange is under way");
        }
        var wanted = chosen(auth.attribute("mechanism").orElse(""));
        var initial = auth.text();
        var message = StrictBase64.decode(initial);
        return later(shared.throttle().before(link.address()), () -> {
            begun = shared.expulsions().now();
            exchange = Optional.of(Exchange.of(wanted, peer, certified, shared.credentials()));
            // RFC 6120, 6.4.2: "=" is an empty response, nothing is none: then the client is asked for it.
            return initial.isEmpty() ? write("challenge", message) : step(message, TURNS);
        });
    }

    private Mechanism chosen(String name) {
        var asked = Mechanism.named(name);
        mechanism = asked.map(Mechanism::title).orElse(UNKNOWN);
        boolean secret = asked.map(known -> known.hash().isEmpty()).orElse(false);
        if (!link.security().encrypted() && (secret || shared.settings().tls().required())) {
            throw new SaslException(SaslCondition.ENCRYPTION_REQUIRED);
        }
        return asked.filter(offered::contains).orElseThrow(() -> new SaslException(SaslCondition.INVALID_MECHANISM));
    }

    private Outcome respond(Element response) {
        if (exchange.isEmpty()) {
            throw new SaslException(SaslCondition.MALFORMED_REQUEST, "no exchange is under way");
        }
        return step(StrictBase64.decode(response.text()), TURNS);
    }

    private Outcome step(byte[] message, int turns) {
        var step = exchange.orElseThrow().step(message);
        if (step instanceof Exchange.Challenge challenge) {
            return write("challenge", challenge.data());
        }
        if (step instanceof Exchange.Proved proved) {
            account = proved.account();
            exchange = Optional.empty();
            LOG.log(Level.DEBUG, "logged in account={0} mechanism={1} link={2}", account, mechanism, link.id());
            shared.figures().logins().add(new LoginOutcome(mechanism, "success"));
            return write("success", proved.data());
        }
        if (turns == 0) {
            throw new SaslException(SaslCondition.TEMPORARY_AUTH_FAILURE);
        }
        return later(TURN, () -> step(message, turns - 1));
    }

    private Outcome write(String name, byte[] data) {
        link.write(new Frame.Nonza(Element.of(NS, name).text(StrictBase64.encode(data))));
        return Outcome.GOING;
    }

    private Outcome failed(SaslException reason) {
        var guessed = exchange.map(Exchange::guessed).orElse("");
        exchange = Optional.empty();
        if (guessed.isEmpty()) {
            vainAttempts++;
        } else {
            failures++;
        }
        shared.figures()
                .logins()
                .add(new LoginOutcome(mechanism, reason.condition().element()));
        LOG.log(
                Level.DEBUG,
                "login failed condition={0} account={1} address={2} link={3}",
                reason.condition().element(),
                guessed,
                link.address(),
                link.id());
        var delay = reason.condition() == SaslCondition.NOT_AUTHORIZED && !guessed.isEmpty()
                ? shared.throttle().failed(link.address(), guessed)
                : Duration.ZERO;
        return later(delay, () -> refuse(reason));
    }

    private Outcome refuse(SaslException reason) {
        var failure =
                Element.of(NS, "failure").with(Element.of(NS, reason.condition().element()));
        link.write(new Frame.Nonza(
                reason.getMessage().isEmpty()
                        ? failure
                        : failure.with(Element.of(NS, "text").lang("en").text(reason.getMessage()))));
        // RFC 6120, 6.4.5: so many retries; who goes on is sent away.
        // COMPAT slixmpp 1.8: tries each -PLUS with a binding that we lack, then each SCRAM with "y", before PLAIN. No
        // password is
        // guessed by that, so it does not count as a retry; but no mechanism is worth more than one such try.
        if (failures > shared.settings().login().retries() || vainAttempts > Mechanism.values().length) {
            throw new StreamException(StreamCondition.POLICY_VIOLATION, "too many failed attempts");
        }
        return Outcome.GOING;
    }
}
