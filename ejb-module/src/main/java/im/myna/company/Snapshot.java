package im.myna.company;

import im.myna.directory.LdapDirectory;
import im.myna.directory.Person;
import im.myna.directory.Team;
import im.myna.directory.Verdict.Power;
import im.myna.directory.connection.UnavailableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A directory as it was at a moment.
 *
 * @param mark that it gave before; empty when it gives none
 * @param disabled DNs of those who may not log in
 * @param powers by DN, of those who have any; empty when groups give none
 */
record Snapshot(
        String mark, List<Person> people, Set<String> disabled, List<Team> teams, Optional<Map<String, Power>> powers) {
    /** People that are kept in memory for a round. */
    private static final int MOST = 200_000;

    /** Asks for all of it. */
    static Snapshot of(LdapDirectory directory, String mark) {
        var people = new ArrayList<Person>();
        directory.everybody(person -> {
            if (people.size() == MOST) {
                throw new UnavailableException("it has more than " + MOST + " people");
            }
            people.add(person);
        });
        var teams = directory.teams(people);
        return new Snapshot(mark, people, directory.disabled(), teams, powers(directory, teams));
    }

    private static Optional<Map<String, Power>> powers(LdapDirectory directory, List<Team> teams) {
        // Where groups are not looked for, only a log-in tells what somebody may do.
        if (!directory.definition().roles().any()
                || directory.definition().groups().bases().isEmpty()) {
            return Optional.empty();
        }
        var groups = new HashMap<String, Set<String>>();
        teams.forEach(team -> team.members().forEach(member -> groups.computeIfAbsent(member, key -> new HashSet<>())
                .add(team.dn())));
        var powers = new HashMap<String, Power>();
        groups.forEach((person, teamsOf) -> {
            var power = directory.power(teamsOf);
            if (power != Power.NONE) {
                powers.put(person, power);
            }
        });
        return Optional.of(powers);
    }

    Optional<Power> power(Person person) {
        return powers.map(known -> known.getOrDefault(person.dn(), Power.NONE));
    }
}
