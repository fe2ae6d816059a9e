package im.myna.company;

import im.myna.administration.Chronicle;
import im.myna.administration.Chronicle.Deed;
import im.myna.directory.Team;
import im.myna.directory.definition.Definition.Groups;
import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.roster.Circle;
import im.myna.roster.Directories;
import im.myna.roster.Directory;
import im.myna.roster.Regrouping;
import im.myna.roster.Telling;
import im.myna.store.directory.KeptTeam;
import im.myna.store.directory.PeopleStore;
import im.myna.store.group.Group;
import im.myna.store.group.GroupStore;
import im.myna.store.group.Sharing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings the groups of a domain in step with a directory; who sees them hears of it at once. */
@ApplicationScoped
public class TeamBook {
    @Inject
    private Directories directories;

    @Inject
    private Regrouping regrouping;

    @Inject
    private GroupStore store;

    @Inject
    private PeopleStore people;

    @Inject
    private Chronicle chronicle;

    /** @param accounts by DN */
    void follow(Branch branch, String domain, Snapshot snapshot, Map<String, Jid> accounts, Report report) {
        var name = branch.notion().name();
        var known = people.teams(domain).stream().collect(Collectors.toMap(KeptTeam::group, Function.identity()));
        var terms = branch.directory().orElseThrow().definition().groups();
        var wanted = wanted(domain, terms, snapshot, accounts, report);
        known.values().stream()
                .filter(kept -> kept.directory().equals(name) && !wanted.containsKey(kept.group()))
                .forEach(kept -> remove(domain, kept.group()));
        wanted.forEach((id, team) -> {
            var others = Optional.ofNullable(known.get(id))
                    .filter(kept -> !kept.directory().equals(name));
            boolean local =
                    !known.containsKey(id) && directories.of(domain).circle(id).isPresent();
            if (local || others.isPresent()) {
                report.skip(team.dn(), "there is a group " + id + " that is not from this directory");
            } else {
                put(name, team, id, members(team, accounts), report);
            }
        });
        // An audience may be a group that came later in the same round.
        wanted.forEach((id, team) -> share(terms, team, id));
        report.teams(wanted.size());
    }

    /** By the name that they have here. Where a filter says which are shared, others are of no use. */
    private static Map<Jid, Team> wanted(
            String domain, Groups terms, Snapshot snapshot, Map<String, Jid> accounts, Report report) {
        var wanted = new LinkedHashMap<Jid, Team>();
        for (var team : snapshot.teams()) {
            if (terms.shared().isPresent() && !team.shared()) {
                continue;
            }
            var id = id(team, domain);
            if (id.isEmpty()) {
                report.skip(team.dn(), "'" + team.name() + "' cannot be the name of a group here");
            } else if (members(team, accounts).size() > Directory.MEMBERS) {
                report.skip(team.dn(), "a group has at most " + Directory.MEMBERS + " members");
            } else if (wanted.size() == Directory.GROUPS) {
                report.skip(team.dn(), "a domain has at most " + Directory.GROUPS + " groups");
            } else if (wanted.putIfAbsent(id.get(), team) != null) {
                report.skip(team.dn(), "several are called " + id.get());
            }
        }
        return wanted;
    }

    private static Optional<Jid> id(Team team, String domain) {
        try {
            return Optional.of(Jid.of(team.name(), domain, ""))
                    .filter(jid -> !jid.isDomain() && jid.local().length() <= Group.NAME);
        } catch (MalformedJidException e) {
            return Optional.empty();
        }
    }

    private static Set<Jid> members(Team team, Map<String, Jid> accounts) {
        return team.members().stream()
                .filter(accounts::containsKey)
                .map(accounts::get)
                .collect(Collectors.toSet());
    }

    private void remove(String domain, Jid id) {
        regrouping
                .change(
                        domain,
                        directory -> directory.without(id),
                        () -> chronicle.change(
                                Registry.directory(domain), Deed.of("group.remove", id), () -> store.remove(id)))
                .ifPresent(Telling::tell);
    }

    private void put(String name, Team team, Jid id, Set<Jid> members, Report report) {
        var before = directories.of(id.domain()).circle(id);
        var group = described(before.map(Circle::group).orElseGet(() -> Group.of(id)), team);
        var after = Circle.of(group, members);
        if (before.equals(Optional.of(after))) {
            return;
        }
        var directory = directories.of(id.domain()).with(after);
        if (directory.size() > Directory.MEMBERSHIPS
                || directory.circles().size() > Directory.GROUPS
                || (group.sharing() != Sharing.NOBODY && directory.widest() > Directory.CONTACTS)) {
            report.skip(team.dn(), "the groups of the domain would be too many or too large");
            return;
        }
        var deed = Deed.of(before.isEmpty() ? "group.add" : "group.change", id).to("members=" + members.size());
        regrouping
                .change(
                        id.domain(),
                        groups -> groups.with(after),
                        () -> chronicle.change(Registry.directory(id.domain()), deed, () -> {
                            if (!store.add(group)) {
                                store.change(group);
                            }
                            store.become(id, members);
                            people.put(new KeptTeam(id, name, team.dn()));
                            return true;
                        }))
                .ifPresent(Telling::tell);
    }

    private static Group described(Group group, Team team) {
        var title = team.name().strip();
        return group.displayName(title.substring(0, Math.min(title.length(), Group.DISPLAY_NAME)))
                .description(plain(team.description()));
    }

    private static String plain(String text) {
        var plain = text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF\\uD800-\\uDFFF]", " ")
                .strip();
        return plain.substring(0, Math.min(plain.length(), Group.DESCRIPTION));
    }

    /** Where a filter says which are shared, it is known with whom; else an administrator chooses. */
    private void share(Groups terms, Team team, Jid id) {
        var circle = directories.of(id.domain()).circle(id);
        if (terms.shared().isEmpty() || !team.shared() || circle.isEmpty()) {
            return;
        }
        var group = circle.get().group();
        var shared = shared(terms, group, directories.of(id.domain()));
        if (shared.equals(group)
                || directories.of(id.domain()).with(circle.get().with(shared)).widest() > Directory.CONTACTS) {
            return;
        }
        regrouping
                .change(
                        id.domain(),
                        groups -> groups.with(circle.get().with(shared)),
                        () -> chronicle.change(
                                Registry.directory(id.domain()),
                                Deed.of("group.change", id).to("sharing=" + shared.sharing()),
                                () -> store.change(shared)))
                .ifPresent(Telling::tell);
    }

    private static Group shared(Groups terms, Group group, Directory directory) {
        return switch (terms.audience().get(0)) {
            case "members" -> group.shared(Sharing.GROUPS, Set.of(group.id()));
            case "everybody" -> group.shared(Sharing.EVERYBODY, Set.of());
            default ->
                group.shared(
                        Sharing.GROUPS,
                        directory.circles().keySet().stream()
                                .filter(other -> terms.audience().contains(other.local()))
                                .collect(Collectors.toSet()));
        };
    }
}
