package im.myna.directory;

import im.myna.directory.definition.Definition.Roles;
import java.util.Set;

/** What a directory says of a name and a password. */
public sealed interface Verdict {
    /** Why somebody may not log in. */
    enum Reason {
        /** Nobody has that name. */
        UNKNOWN,
        /** Several have it. */
        AMBIGUOUS,
        /** The password is another one. */
        WRONG,
        /** He may not log in. */
        DISABLED,
        /** He has to choose another password first. */
        EXPIRED,
        /** Somebody guessed too often. */
        LOCKED
    }

    /**
     * It is that person.
     *
     * @param groups DNs of all that he is in, normalized, when some of them give power; else none
     */
    record Right(Person person, Set<String> groups) implements Verdict {
        public Right {
            groups = Set.copyOf(groups);
        }
    }

    /** @param text for administrators */
    record Refused(Reason reason, String text) implements Verdict {}

    /** What groups may give. */
    enum Power {
        ADMIN,
        DOMAIN_ADMIN,
        AUDITOR,
        NONE;

        /** The greatest that one of the groups gives. */
        static Power of(Roles roles, Set<String> groups) {
            if (roles.admins().stream().anyMatch(dn -> groups.contains(dn.toNormalizedString()))) {
                return ADMIN;
            }
            if (roles.domainAdmins().stream().anyMatch(dn -> groups.contains(dn.toNormalizedString()))) {
                return DOMAIN_ADMIN;
            }
            return roles.auditors().stream().anyMatch(dn -> groups.contains(dn.toNormalizedString())) ? AUDITOR : NONE;
        }
    }
}
