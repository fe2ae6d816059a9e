package im.myna.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups, however they are written. */
class TeamsTest {
    private static final String JULIET = "member: uid=juliet," + Town.PEOPLE;
    private static final String ROMEO = "member: uid=romeo," + Town.PEOPLE;

    private final Town town = new Town();

    @AfterEach
    void close() {
        town.close();
    }

    private static Map<String, Team> teams(LdapDirectory directory) {
        var people = new ArrayList<Person>();
        directory.everybody(people::add);
        return directory.teams(people).stream().collect(Collectors.toMap(Team::name, Function.identity()));
    }

    private static Set<String> members(Map<String, Team> teams, String name) {
        return teams.get(name).members().stream()
                .map(dn -> dn.substring("uid=".length(), dn.indexOf(',')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void membersAreWrittenAsNames() {
        town.group("lovers", JULIET, ROMEO, "member: cn=nobody," + Town.PEOPLE, "description: Until act five");
        try (var directory = town.directory()) {
            var teams = teams(directory);
            assertThat(members(teams, "lovers")).containsExactly("juliet", "romeo");
            assertThat(teams.get("lovers").description()).isEqualTo("Until act five");
            assertThat(teams.get("lovers").shared()).isFalse();
        }
    }

    @Test
    void groupsWithinGroupsAreUnfoldedAndCirclesEnd() {
        town.group("one", JULIET, "member: cn=two," + Town.GROUPS);
        town.group("two", ROMEO, "member: cn=one," + Town.GROUPS, "member: cn=two," + Town.GROUPS);
        town.group("three", "member: cn=one," + Town.GROUPS);
        try (var directory = town.directory();
                var flat = town.directory("groups-nesting", "none");
                var shallow = town.directory("groups-depth", "1")) {
            for (var name : List.of("one", "two", "three")) {
                assertThat(members(teams(directory), name)).as(name).containsExactly("juliet", "romeo");
            }
            assertThat(members(teams(flat), "three")).isEmpty();
            assertThat(members(teams(shallow), "three")).containsExactly("juliet");
            var juliet = directory.find("juliet").orElseThrow();
            assertThat(new Walk(directory.definition(), searches(directory)).groupsOf(juliet))
                    .hasSize(3);
        }
    }

    private static Searches searches(LdapDirectory directory) {
        return new Searches(
                directory.definition(), im.myna.directory.connection.Connections.of(directory.definition()));
    }

    @Test
    void posixGroupsHaveUsernames() {
        town.add(
                "dn: cn=staff," + Town.GROUPS,
                "objectClass: posixGroup",
                "cn: staff",
                "memberUid: juliet",
                "memberUid: nobody");
        try (var directory = town.directory("groups-members", "memberUid", "groups-meaning", "username")) {
            assertThat(members(teams(directory), "staff")).containsExactly("juliet");
            assertThat(new Walk(directory.definition(), searches(directory))
                            .groupsOf(directory.find("juliet").orElseThrow()))
                    .containsExactly("cn=staff,ou=groups,dc=verona,dc=example");
        }
    }

    @Test
    void whereItIsWrittenAtThePeopleItIsReadThere() {
        town.group("inner", "memberOf: cn=outer," + Town.GROUPS);
        town.group("outer");
        town.person("nurse", "Angelica", "Nurse", "memberOf: cn=inner," + Town.GROUPS);
        try (var directory = town.directory("groups-members", "memberOf")) {
            assertThat(members(teams(directory), "inner")).containsExactly("nurse");
            assertThat(members(teams(directory), "outer")).containsExactly("nurse");
            assertThat(new Walk(directory.definition(), searches(directory))
                            .groupsOf(directory.find("nurse").orElseThrow()))
                    .hasSize(2);
        }
    }

    @Test
    void someAreSharedByFilter() {
        town.group("sales", JULIET, "businessCategory: contacts");
        town.group("secret", JULIET);
        try (var directory = town.directory("groups-shared", "(businessCategory=contacts)")) {
            var teams = teams(directory);
            assertThat(teams.get("sales").shared()).isTrue();
            assertThat(teams.get("secret").shared()).isFalse();
        }
    }

    @Test
    void longListsComeByPages() {
        for (int i = 0; i < 57; i++) {
            town.person("guest" + i, "Guest", "Number " + i);
        }
        try (var directory = town.directory("page-size", "10")) {
            var people = new ArrayList<Person>();
            directory.everybody(people::add);
            assertThat(people).hasSize(59);
        }
    }

    @Test
    void activeDirectoryGivesManyMembersInParts() {
        try (var other = new Town(new Parts(40))) {
            var lines = new ArrayList<String>();
            for (int i = 0; i < 95; i++) {
                lines.add("member: " + other.person("guest" + i, "Guest", "Number " + i));
            }
            other.group("crowd", lines.toArray(String[]::new));
            try (var directory = other.directory()) {
                assertThat(teams(directory).get("crowd").members()).hasSize(95);
            }
        }
    }

    @Test
    void activeDirectoryUnfoldsGroupsItself() {
        try (var other = new Town(new Chain())) {
            other.group("inner", JULIET);
            other.group("outer", "member: cn=inner," + Town.GROUPS);
            try (var directory = other.directory("groups-nesting", "in-chain")) {
                assertThat(members(teams(directory), "outer")).containsExactly("juliet");
                var juliet = directory.find("juliet").orElseThrow();
                assertThat(new Walk(directory.definition(), searches(directory)).groupsOf(juliet))
                        .hasSize(2);
            }
        }
    }

    /** Gives so many values at once, and says where to go on. */
    private static final class Parts extends InMemoryOperationInterceptor {
        private final int most;
        private volatile int from;

        Parts(int most) {
            this.most = most;
        }

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
            from = 0;
            var asked = request.getRequest().getAttributeList();
            if (asked.size() == 1 && asked.get(0).startsWith("member;range=")) {
                from = Integer.parseInt(asked.get(0).replaceAll(".*=|-\\*", ""));
                var changed = request.getRequest().duplicate();
                changed.setAttributes("member");
                request.setRequest(changed);
            }
        }

        @Override
        public void processSearchEntry(InMemoryInterceptedSearchEntry searched) {
            var entry = searched.getSearchEntry();
            var members = entry.getAttributeValues("member");
            if (members == null || members.length <= most) {
                return;
            }
            int to = Math.min(members.length, from + most);
            var range = from + "-" + (to == members.length ? "*" : String.valueOf(to - 1));
            var part = new Entry(entry.getDN(), entry.getAttributes());
            part.removeAttribute("member");
            part.addAttribute(
                    new Attribute("member;range=" + range, List.of(members).subList(from, to)));
            searched.setSearchEntry(new com.unboundid.ldap.sdk.SearchResultEntry(searched.getMessageID(), part));
        }
    }

    /** Knows what Active Directory's rule would find. */
    private static final class Chain extends InMemoryOperationInterceptor {
        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
            if (request.getRequest().getFilter().toString().contains(Walk.IN_CHAIN)) {
                var changed = request.getRequest().duplicate();
                var people = request.getRequest().getBaseDN().equals(Town.PEOPLE);
                changed.setFilter(people ? Filter.create("(uid=juliet)") : Filter.create("(objectClass=groupOfNames)"));
                request.setRequest(changed);
            }
        }
    }
}
