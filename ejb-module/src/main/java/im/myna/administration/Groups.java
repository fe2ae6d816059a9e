package im.myna.administration;

import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.roster.Circle;
import im.myna.roster.Directories;
import im.myna.roster.Directory;
import im.myna.roster.Regrouping;
import im.myna.settings.Settings;
import im.myna.store.directory.PeopleStore;
import im.myna.store.group.Group;
import im.myna.store.group.GroupStore;
import im.myna.store.group.Sharing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Groups of accounts, which can be shared: then their members are on the contact lists of others. */
@ApplicationScoped
public class Groups {
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

    @Inject
    private Settings settings;

    /**
     * Which groups of a domain are meant.
     *
     * @param text a part of what they are called, empty for any
     * @param member who is in them, {@link Jid#NONE} for any
     */
    public record Filter(String domain, String text, Jid member) {
        public Filter {
            text = text.toLowerCase(Locale.ROOT);
        }

        boolean takes(Circle circle) {
            var group = circle.group();
            return (member.isNone() || circle.members().contains(member))
                    && (group.id().local().contains(text)
                            || group.displayName().toLowerCase(Locale.ROOT).contains(text));
        }
    }

    /** All that the filter takes, in the order of their names. There are at most {@link Directory#GROUPS}. */
    public List<Circle> list(Actor actor, Filter filter) {
        mustSee(actor, filter.domain());
        return directories.of(filter.domain()).circles().values().stream()
                .filter(filter::takes)
                .toList();
    }

    public Circle find(Actor actor, Jid group) {
        mustSee(actor, group.domain());
        return directories.of(group.domain()).circle(group).orElseThrow(() -> missing(group));
    }

    /** The members in order. */
    public List<Jid> members(Actor actor, Jid group) {
        return find(actor, group).members().stream().sorted().toList();
    }

    /** @throws RefusedException CONFLICT when there is one of that name, or no room */
    public Circle add(Actor actor, Group group, Set<Jid> members) {
        var id = group.id();
        actor.mustGovern(id.domain());
        if (!settings.domains().contains(id.domain())) {
            throw new RefusedException(Reason.INVALID, "there is no domain " + id.domain() + " here");
        }
        GroupRules.check(group);
        GroupRules.check(id, members);
        var circle = Circle.of(group, members);
        var deed = Deed.of("group.add", id).to(words(group) + " members=" + members.size());
        change(
                id.domain(),
                directory -> {
                    if (directory.circle(id).isPresent()) {
                        throw new RefusedException(Reason.CONFLICT, "there is a group " + id + " already");
                    }
                    return directory.with(circle);
                },
                () -> chronicle.change(actor, deed, () -> store.add(group) && areJoined(id, members)));
        return circle;
    }

    /** All but the members. */
    public void change(Actor actor, Group group) {
        var id = group.id();
        actor.mustGovern(id.domain());
        var before = find(actor, id).group();
        GroupRules.check(group);
        if (before.equals(group)) {
            return;
        }
        if (!before.shared(group.sharing(), group.audience()).equals(group)) {
            mustBeOurs(id);
        }
        var deed = Deed.of("group.change", id).from(words(before)).to(words(group));
        change(
                id.domain(),
                directory -> directory.with(circle(directory, id).with(group)),
                () -> chronicle.change(actor, deed, () -> store.change(group)));
    }

    /** Its members stay as they are, but nobody sees them by it any more. */
    public void remove(Actor actor, Jid group) {
        actor.mustGovern(group.domain());
        mustBeOurs(group);
        var before = find(actor, group);
        var deed = Deed.of("group.remove", group)
                .from(words(before.group()) + " members=" + before.members().size());
        change(
                group.domain(),
                directory -> directory.without(group),
                () -> chronicle.change(actor, deed, () -> store.remove(group)));
    }

    /** Does nothing for who is in it already. */
    public void join(Actor actor, Jid group, Jid account) {
        actor.mustGovern(group.domain());
        mustBeOurs(group);
        if (find(actor, group).members().contains(account)) {
            return;
        }
        GroupRules.check(group, Set.of(account));
        var deed = Deed.of("group.join", group).to("member=" + account);
        change(
                group.domain(),
                directory -> {
                    var circle = circle(directory, group);
                    var more = new HashSet<>(circle.members());
                    more.add(account);
                    return directory.with(circle.with(more));
                },
                () -> chronicle.change(actor, deed, () -> areJoined(group, Set.of(account))));
    }

    /** @throws RefusedException NOT_FOUND when it is not in it */
    public void leave(Actor actor, Jid group, Jid account) {
        actor.mustGovern(group.domain());
        mustBeOurs(group);
        if (!find(actor, group).members().contains(account)) {
            throw new RefusedException(Reason.NOT_FOUND, account + " is not in " + group);
        }
        var deed = Deed.of("group.leave", group).from("member=" + account);
        change(
                group.domain(),
                directory -> {
                    var circle = circle(directory, group);
                    return directory.with(circle.with(Directory.without(circle.members(), account)));
                },
                () -> {
                    chronicle.change(actor, deed, () -> store.leave(group, account));
                    return true;
                });
    }

    /** What a directory says, nobody says otherwise here; with whom it is shared may be for us to say. */
    private void mustBeOurs(Jid group) {
        people.team(group).ifPresent(team -> {
            throw new RefusedException(
                    Reason.CONFLICT, group + " comes from the directory " + team.directory() + ": it is changed there");
        });
    }

    private void change(String domain, UnaryOperator<Directory> plan, BooleanSupplier write) {
        UnaryOperator<Directory> checked = before -> {
            var after = plan.apply(before);
            GroupRules.check(after);
            return after;
        };
        if (!regrouping.change(domain, checked, write)) {
            throw new RefusedException(Reason.CONFLICT, "somebody else has changed it at the same time");
        }
    }

    /** Within a transaction, of which nothing stays when somebody has no account. */
    private boolean areJoined(Jid group, Set<Jid> accounts) {
        accounts.stream().sorted().forEach(account -> {
            if (!store.join(group, account)) {
                throw new RefusedException(Reason.NOT_FOUND, "there is no account " + account);
            }
        });
        return true;
    }

    private void mustSee(Actor actor, String domain) {
        actor.mustSee(domain);
        if (!settings.domains().contains(domain)) {
            throw new RefusedException(Reason.NOT_FOUND, "there is nothing at " + domain);
        }
    }

    private static Circle circle(Directory directory, Jid group) {
        return directory.circle(group).orElseThrow(() -> missing(group));
    }

    private static String words(Group group) {
        var shared = "sharing=" + group.sharing();
        var named = group.sharing() == Sharing.GROUPS ? shared + " with=" + group.audience() : shared;
        return "displayName=" + group.displayName() + " " + named;
    }

    private static RefusedException missing(Jid group) {
        return new RefusedException(Reason.NOT_FOUND, "there is no group " + group);
    }
}
