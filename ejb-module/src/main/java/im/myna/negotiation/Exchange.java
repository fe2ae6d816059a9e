package im.myna.negotiation;

import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.negotiation.Elsewhere.Answer;
import im.myna.sasl.External;
import im.myna.sasl.Mechanism;
import im.myna.sasl.Plain;
import im.myna.sasl.SaslCondition;
import im.myna.sasl.SaslException;
import im.myna.sasl.ScramChallenge;
import im.myna.sasl.ScramRequest;
import im.myna.store.account.Lock;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One run of a mechanism, from the client's first message to the account that it proved. */
abstract class Exchange {
    /** What a message brought. */
    sealed interface Step {}

    /** The client has to answer that. */
    record Challenge(byte[] data) implements Step {}

    /** Somebody proved to be that account; the data goes with the success. */
    record Proved(Jid account, byte[] data) implements Step {}

    /** Too much is going on: the same message again in a while. */
    record Busy() implements Step {}

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] NOTHING = {};

    private String guessed = "";

    static Exchange of(Mechanism mechanism, Peer peer, List<Jid> certified, Credentials credentials) {
        return switch (mechanism) {
            case EXTERNAL -> new ByCertificate(certified, credentials);
            case PLAIN -> new ByPassword(peer, credentials);
            default -> new ByScram(mechanism, peer, credentials);
        };
    }

    /**
     * Takes the client's next message.
     *
     * @throws SaslException when it may not log in
     */
    abstract Step step(byte[] message);

    /** Whose password is tried, whether there is such an account or not; empty as long as nobody's is. */
    final String guessed() {
        return guessed;
    }

    final Credentials.Claim claim(Peer peer, String username) {
        var claim = Credentials.Claim.of(peer.domain(), username);
        guessed = claim.name();
        return claim;
    }

    /** RFC 6120, 6.3.8: nobody acts for somebody else here. */
    static Jid judged(Jid account, String authzid) {
        try {
            if (authzid.isEmpty() || Jid.of(authzid).equals(account)) {
                return account;
            }
        } catch (MalformedJidException e) {
            throw new SaslException(SaslCondition.INVALID_AUTHZID, e.getMessage());
        }
        throw new SaslException(SaslCondition.INVALID_AUTHZID);
    }

    private static final class ByScram extends Exchange {
        private final Mechanism mechanism;
        private final Peer peer;
        private final Credentials credentials;
        private Optional<ScramChallenge> challenge = Optional.empty();
        private Credentials.Claim claim = Credentials.Claim.NONE;
        private Lock lock = Lock.NONE;
        private String authzid = "";

        ByScram(Mechanism mechanism, Peer peer, Credentials credentials) {
            this.mechanism = mechanism;
            this.peer = peer;
            this.credentials = credentials;
        }

        @Override
        Step step(byte[] message) {
            if (challenge.isPresent()) {
                var signature = challenge.get().accept(message);
                var account = judged(claim.account(), authzid);
                credentials.admit(lock);
                return new Proved(account, signature);
            }
            var request = ScramRequest.parse(mechanism, peer.link().security().bindings(), message);
            authzid = request.authzid();
            claim = claim(peer, request.username());
            var known = credentials.known(claim, request.hash());
            lock = known.lock();
            var asked = request.challenge(known.verifier(), nonce());
            challenge = Optional.of(asked);
            return new Challenge(asked.message());
        }

        private static String nonce() {
            var random = new byte[24];
            RANDOM.nextBytes(random);
            return Base64.getEncoder().encodeToString(random);
        }
    }

    private static final class ByPassword extends Exchange {
        private final Peer peer;
        private final Credentials credentials;
        private Credentials.Claim claim = Credentials.Claim.NONE;
        private Optional<CompletableFuture<Supplier<Answer>>> asked = Optional.empty();

        ByPassword(Peer peer, Credentials credentials) {
            this.peer = peer;
            this.credentials = credentials;
        }

        @Override
        Step step(byte[] message) {
            var plain = Plain.parse(message);
            if (asked.isEmpty()) {
                claim = claim(peer, plain.authcid());
                asked = credentials.elsewhere(claim, plain.password());
            }
            return asked.isPresent() ? elsewhere(asked.get(), plain) : here(plain);
        }

        private Step elsewhere(CompletableFuture<Supplier<Answer>> question, Plain plain) {
            if (!question.isDone()) {
                return new Busy();
            }
            credentials.judge(claim, question.join().get());
            return new Proved(judged(claim.account(), plain.authzid()), NOTHING);
        }

        private Step here(Plain plain) {
            return switch (credentials.check(claim, plain.password())) {
                case RIGHT -> new Proved(judged(claim.account(), plain.authzid()), NOTHING);
                case WRONG -> throw new SaslException(SaslCondition.NOT_AUTHORIZED);
                case BUSY -> new Busy();
            };
        }
    }

    private static final class ByCertificate extends Exchange {
        private final List<Jid> certified;
        private final Credentials credentials;

        ByCertificate(List<Jid> certified, Credentials credentials) {
            this.certified = certified;
            this.credentials = credentials;
        }

        @Override
        Step step(byte[] message) {
            var account = External.account(message, certified);
            credentials.admit(
                    credentials.lock(account).orElseThrow(() -> new SaslException(SaslCondition.NOT_AUTHORIZED)));
            return new Proved(account, NOTHING);
        }
    }
}
