package im.myna.directory;

import com.unboundid.ldap.sdk.LDAPBindException;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.experimental.DraftBeheraLDAPPasswordPolicy10RequestControl;
import im.myna.directory.Verdict.Reason;
import im.myna.directory.Verdict.Refused;
import im.myna.directory.Verdict.Right;
import im.myna.directory.connection.Connections;
import im.myna.directory.connection.UnavailableException;
import im.myna.directory.definition.Definition;
import java.util.Optional;
import java.util.Set;

/** Tries passwords. */
final class Logins {
    private final Definition definition;
    private final Connections connections;
    private final Finder finder;
    private final Walk walk;

    Logins(Definition definition, Connections connections, Finder finder, Walk walk) {
        this.definition = definition;
        this.connections = connections;
        this.finder = finder;
        this.walk = walk;
    }

    Verdict verdict(String username, String password) {
        if (password.isEmpty()) {
            // RFC 4513, 5.1.2: a bind without a password succeeds, and proves nothing.
            return new Refused(Reason.WRONG, "there is no password");
        }
        var found = finder.named(username);
        if (found.size() != 1) {
            return found.isEmpty()
                    ? new Refused(
                            Reason.UNKNOWN,
                            "nobody is found by " + finder.wanted(username).filter())
                    : new Refused(
                            Reason.AMBIGUOUS,
                            "several are found by " + finder.wanted(username).filter());
        }
        var person = found.get(0);
        return refusal(person, password)
                .<Verdict>map(reason -> new Refused(reason, person.dn()))
                .orElseGet(() -> admitted(person));
    }

    private Verdict admitted(Person person) {
        if (finder.isDisabled(person)) {
            return new Refused(Reason.DISABLED, person.dn());
        }
        return new Right(person, definition.roles().any() ? walk.groupsOf(person) : Set.of());
    }

    private Optional<Reason> refusal(Person person, String password) {
        try {
            var result = connections.bind(
                    new SimpleBindRequest(person.dn(), password, new DraftBeheraLDAPPasswordPolicy10RequestControl()));
            return Policy.reason(result.getResponseControls());
        } catch (LDAPBindException e) {
            return Optional.of(reason(e));
        } catch (LDAPException e) {
            throw new UnavailableException(Connections.words(e), e);
        }
    }

    private static Reason reason(LDAPException refused) {
        return Policy.reason(refused).orElseThrow(() -> new UnavailableException(Connections.words(refused), refused));
    }
}
