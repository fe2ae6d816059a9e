package im.myna.blackbox.directory;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Five thousand people in fifty teams; five teams are a department, ten departments the company. Departments are groups of groups, and
 * the last of them has the whole company in it: a circle.
 */
final class Company {
    static final String SUFFIX = "dc=company,dc=example";
    static final String PEOPLE = "ou=people," + SUFFIX;
    static final String GROUPS = "ou=groups," + SUFFIX;
    static final String CLERKS = "of the clerk";
    static final int EVERYBODY = 5000;
    static final int TEAMS = 50;
    private static final int DEPARTMENTS = 10;

    private static final List<String> FIRST =
            List.of("Juliet", "Romeo", "Tybalt", "Mercutio", "Benvolio", "Rosaline", "Angelica", "José", "Åsa", "李");
    private static final List<String> LAST =
            List.of("Capulet", "Montague", "Escalus", "Lawrence", "Samson", "Gregory", "Paris");

    private Company() {}

    static String uid(int number) {
        return "person" + number;
    }

    static String dn(int number) {
        return "uid=" + uid(number) + "," + PEOPLE;
    }

    static String password(int number) {
        return "secret of " + uid(number);
    }

    static String team(int number) {
        return String.format(Locale.ROOT, "team%02d", number);
    }

    /** All of it. */
    static String ldif() {
        var ldif = new StringBuilder(4_000_000);
        entry(ldif, SUFFIX, "objectClass: dcObject", "objectClass: organization", "dc: company", "o: company");
        entry(ldif, PEOPLE, "objectClass: organizationalUnit", "ou: people");
        entry(ldif, GROUPS, "objectClass: organizationalUnit", "ou: groups");
        entry(
                ldif,
                Slapd.CLERK,
                "objectClass: organizationalRole",
                "objectClass: simpleSecurityObject",
                "cn: clerk",
                "userPassword: " + CLERKS);
        entry(
                ldif,
                "cn=policy," + SUFFIX,
                "objectClass: organizationalRole",
                "objectClass: pwdPolicy",
                "cn: policy",
                "pwdAttribute: userPassword",
                "pwdLockout: TRUE",
                "pwdMaxFailure: 5",
                "pwdMustChange: TRUE");
        for (int i = 0; i < EVERYBODY; i++) {
            person(ldif, i);
        }
        groups(ldif);
        return ldif.toString();
    }

    private static void person(StringBuilder ldif, int number) {
        var first = FIRST.get(number % FIRST.size());
        var last = LAST.get(number % LAST.size()) + " " + number;
        entry(
                ldif,
                dn(number),
                "objectClass: inetOrgPerson",
                "uid: " + uid(number),
                "givenName: " + first,
                "sn: " + last,
                "cn: " + first + " " + last,
                "mail: " + uid(number) + "@company.example",
                "userPassword: " + password(number));
    }

    private static void groups(StringBuilder ldif) {
        var members = EVERYBODY / TEAMS;
        for (int team = 0; team < TEAMS; team++) {
            group(ldif, team(team), "businessCategory: contacts");
            for (int i = 0; i < members; i++) {
                ldif.insert(ldif.length() - 1, "member: " + dn(team * members + i) + "\n");
            }
        }
        for (int department = 0; department < DEPARTMENTS; department++) {
            group(ldif, "department" + department);
            for (int i = 0; i < TEAMS / DEPARTMENTS; i++) {
                ldif.insert(ldif.length() - 1, member(team(department * (TEAMS / DEPARTMENTS) + i)));
            }
        }
        ldif.insert(ldif.length() - 1, member("company"));
        group(ldif, "company");
        for (int department = 0; department < DEPARTMENTS; department++) {
            ldif.insert(ldif.length() - 1, member("department" + department));
        }
        group(ldif, "directors", "member: " + dn(0));
        group(ldif, "board", "member: cn=directors," + GROUPS);
    }

    private static String member(String group) {
        return "member: cn=" + group + "," + GROUPS + "\n";
    }

    private static void group(StringBuilder ldif, String name, String... more) {
        var lines = new String[more.length + 2];
        lines[0] = "objectClass: groupOfNames";
        lines[1] = "cn: " + name;
        System.arraycopy(more, 0, lines, 2, more.length);
        entry(ldif, "cn=" + name + "," + GROUPS, lines);
    }

    private static void entry(StringBuilder ldif, String dn, String... lines) {
        ldif.append("dn: ").append(dn).append('\n');
        for (var line : lines) {
            ldif.append(encoded(line)).append('\n');
        }
        ldif.append('\n');
    }

    /** RFC 2849: what is not ASCII goes as Base64. */
    private static String encoded(String line) {
        if (line.chars().allMatch(c -> c < 128)) {
            return line;
        }
        int colon = line.indexOf(": ");
        var bytes = line.substring(colon + 2).getBytes(StandardCharsets.UTF_8);
        return line.substring(0, colon) + ":: " + Base64.getEncoder().encodeToString(bytes);
    }
}
