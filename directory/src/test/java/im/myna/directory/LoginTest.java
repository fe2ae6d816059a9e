package im.myna.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import im.myna.directory.Verdict.Power;
import im.myna.directory.Verdict.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** RFC 4513: who is let in by a directory. */
class LoginTest {
    private final Town town = new Town();

    @AfterEach
    void close() {
        town.close();
    }

    private static Verdict right(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Right.class);
        return verdict;
    }

    private static void refused(Verdict verdict, Reason reason) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(reason));
    }

    @Test
    void theRightPasswordIsThatPersons() throws Exception {
        try (var directory = town.directory("name", "{givenName} {sn}")) {
            var verdict = right(directory.verdict("juliet", Town.PASSWORD));
            var person = ((Verdict.Right) verdict).person();
            assertThat(person.dn()).isEqualTo(new DN("uid=juliet," + Town.PEOPLE).toNormalizedString());
            assertThat(person.username()).isEqualTo("juliet");
            assertThat(person.name()).isEqualTo("Juliet Capulet");
            assertThat(person.mail()).isEqualTo("juliet@verona.example");
        }
    }

    @Test
    void anyOtherPasswordIsWrongAndNoneIsNoPassword() {
        try (var directory = town.directory()) {
            refused(directory.verdict("juliet", "wrong"), Reason.WRONG);
            // RFC 4513, 5.1.2: the directory itself would call that a success.
            refused(directory.verdict("juliet", ""), Reason.WRONG);
            refused(directory.verdict("nobody", Town.PASSWORD), Reason.UNKNOWN);
        }
    }

    @Test
    void aNameCannotChangeWhatIsAsked() {
        try (var directory = town.directory()) {
            for (var name : new String[] {
                "*", "jul*", "*)(uid=*", "juliet)(objectClass=*", "\\2a", "juliet\0", "\0", "(", ")", "\\", "*)(|(uid=*"
            }) {
                refused(directory.verdict(name, Town.PASSWORD), Reason.UNKNOWN);
            }
        }
    }

    @Test
    void aNameCannotChangeAPatternEither() {
        try (var directory = town.directory("users-pattern", "uid={0}," + Town.PEOPLE)) {
            right(directory.verdict("juliet", Town.PASSWORD));
            for (var name : new String[] {"juliet,ou=people", "juliet+sn=Capulet", "*", "x\0y", " juliet,"}) {
                refused(directory.verdict(name, Town.PASSWORD), Reason.UNKNOWN);
            }
        }
    }

    @Test
    void aNameThatSeveralHaveIsNobodys() {
        town.add("dn: ou=guests," + Town.PEOPLE, "objectClass: organizationalUnit", "ou: guests");
        town.add(
                "dn: uid=juliet,ou=guests," + Town.PEOPLE,
                "objectClass: inetOrgPerson",
                "uid: juliet",
                "cn: Juliet",
                "sn: Guest",
                "userPassword: " + Town.PASSWORD);
        try (var directory = town.directory();
                var narrow = town.directory("users-scope", "one")) {
            refused(directory.verdict("juliet", Town.PASSWORD), Reason.AMBIGUOUS);
            assertThat(directory.find("juliet")).isEmpty();
            right(narrow.verdict("juliet", Town.PASSWORD));
        }
    }

    @Test
    void peopleMayBeInSeveralPlaces() {
        town.add("dn: ou=guests," + Town.SUFFIX, "objectClass: organizationalUnit", "ou: guests");
        town.add(
                "dn: uid=paris,ou=guests," + Town.SUFFIX,
                "objectClass: inetOrgPerson",
                "uid: paris",
                "cn: Paris",
                "sn: Paris",
                "userPassword: " + Town.PASSWORD);
        try (var directory = town.directory("users-base", Town.PEOPLE + "; ou=guests," + Town.SUFFIX)) {
            right(directory.verdict("paris", Town.PASSWORD));
            right(directory.verdict("juliet", Town.PASSWORD));
        }
    }

    @Test
    void whoIsDisabledIsToldSoWhenThePasswordIsRight() {
        town.person("tybalt", "Tybalt", "Capulet", "employeeType: dead");
        try (var directory = town.directory("users-disabled", "(employeeType=dead)")) {
            refused(directory.verdict("tybalt", Town.PASSWORD), Reason.DISABLED);
            refused(directory.verdict("tybalt", "wrong"), Reason.WRONG);
            right(directory.verdict("juliet", Town.PASSWORD));
            assertThat(directory.disabled()).hasSize(1);
        }
    }

    @Test
    void groupsGivePowerAlsoByGroupsWithinThem() {
        var family = town.group("family", "member: uid=juliet," + Town.PEOPLE);
        var rulers = town.group("rulers", "member: " + family);
        var readers = town.group("readers", "member: uid=romeo," + Town.PEOPLE);
        try (var directory = town.directory("admins", rulers, "auditors", readers)) {
            assertThat(power(directory, "juliet")).isEqualTo(Power.ADMIN);
            assertThat(power(directory, "romeo")).isEqualTo(Power.AUDITOR);
        }
        try (var directory = town.directory("domain-admins", family)) {
            assertThat(power(directory, "juliet")).isEqualTo(Power.DOMAIN_ADMIN);
            assertThat(power(directory, "romeo")).isEqualTo(Power.NONE);
        }
    }

    private static Power power(LdapDirectory directory, String name) {
        return directory.power(((Verdict.Right) right(directory.verdict(name, Town.PASSWORD))).groups());
    }

    @Test
    void anExplanationSaysWhatALogInWouldDo() {
        var family = town.group("family", "member: uid=juliet," + Town.PEOPLE);
        try (var directory = town.directory("domain-admins", family)) {
            var steps = directory.explain("juliet");
            assertThat(steps).allMatch(Step::good);
            assertThat(steps.toString())
                    .contains("uid=juliet", "cn=family", "DOMAIN_ADMIN", "binds as")
                    .doesNotContain("of the town");
            assertThat(directory.explain("nobody")).last().matches(step -> !step.good());
        }
    }
}
