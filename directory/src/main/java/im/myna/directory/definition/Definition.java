package im.myna.directory.definition;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a directory was told to be.
 *
 * @param cached how long a right password is known here
 * @param pause between two looks at who came, changed and went; zero for never
 */
public record Definition(
        List<String> domains,
        Reach reach,
        Binder binder,
        Patience patience,
        People people,
        Groups groups,
        Roles roles,
        Duration cached,
        Duration pause) {
    /** How a connection is protected. */
    public enum Security {
        LDAPS(636),
        STARTTLS(389),
        PLAIN(389);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        /** Where nothing else is said. */
        public int port() {
            return port;
        }
    }

    /** Which of several servers is asked. */
    public enum Order {
        FAILOVER,
        ROUND_ROBIN
    }

    /** A place to connect to. */
    public record Server(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * Where it is.
     *
     * @param trusted PEM; empty for what Java trusts
     * @param pins SHA-256 of certificates, hex in small letters; empty for all that are trusted
     */
    public record Reach(
            List<Server> servers,
            Order order,
            Security security,
            String trusted,
            List<String> pins,
            boolean referrals,
            boolean aliases) {
        public Reach {
            servers = List.copyOf(servers);
            pins = List.copyOf(pins);
        }
    }

    /** Who looks for people; without a name it is nobody in particular. */
    public record Binder(String dn, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Binder[" + dn + "]";
        }
    }

    /** How much, how long, how often. */
    public record Patience(
            int connections,
            Duration connect,
            Duration response,
            Duration free,
            int failures,
            Duration pause,
            int page) {}

    /**
     * Who is in it.
     *
     * @param pattern of the DN, with {0} for the name; empty to look for it
     * @param filter with {0} for the name
     */
    public record People(
            List<DN> bases,
            SearchScope scope,
            String filter,
            Optional<Filter> disabled,
            String pattern,
            String username,
            Template name,
            Template mail) {
        public People {
            bases = List.copyOf(bases);
        }

        /** Everybody. */
        public Filter everybody() {
            return Syntax.filter(Key.USERS_FILTER, filter.replace("{0}", "*"));
        }

        /** Who has that name. Nothing in a name can change what is asked (RFC 4515, 3). */
        public Filter named(String name) {
            return Syntax.filter(Key.USERS_FILTER, filter.replace("{0}", Filter.encodeValue(name)));
        }
    }

    /** How deep groups are within groups, and who looks. */
    public enum Nesting {
        NONE,
        WALK,
        IN_CHAIN
    }

    /** What is written into a group. */
    public enum Meaning {
        DN,
        USERNAME
    }

    /**
     * Which groups there are.
     *
     * @param shared those that are on contact lists
     * @param audience "members", "everybody", or names of groups
     */
    public record Groups(
            List<DN> bases,
            Filter filter,
            String name,
            List<String> members,
            Meaning meaning,
            Nesting nesting,
            int depth,
            Optional<Filter> shared,
            List<String> audience) {
        private static final String BACKWARDS = "memberOf";

        public Groups {
            bases = List.copyOf(bases);
            members = List.copyOf(members);
            audience = List.copyOf(audience);
        }

        /** Whether it is written at the people which groups they are in. */
        public boolean backwards() {
            return members.stream().anyMatch(BACKWARDS::equalsIgnoreCase);
        }
    }

    /** Groups that give power. */
    public record Roles(List<DN> admins, List<DN> domainAdmins, List<DN> auditors) {
        public Roles {
            admins = List.copyOf(admins);
            domainAdmins = List.copyOf(domainAdmins);
            auditors = List.copyOf(auditors);
        }

        /** Whether there are any. */
        public boolean any() {
            return !admins.isEmpty() || !domainAdmins.isEmpty() || !auditors.isEmpty();
        }
    }

    public Definition {
        domains = List.copyOf(domains);
    }

    /**
     * Reads it.
     *
     * @throws DefinitionException for the first thing that is wrong
     */
    public static Definition read(Map<String, String> values) {
        return new DefinitionReader(values).read();
    }
}
