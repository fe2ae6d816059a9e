package im.myna.administration;

import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException.Reason;
import im.myna.administration.background.Background;
import im.myna.jid.Jid;
import im.myna.roster.Circle;
import im.myna.roster.Directories;
import im.myna.roster.Directory;
import im.myna.roster.Regrouping;
import im.myna.settings.Settings;
import im.myna.store.group.Group;
import im.myna.store.group.GroupStore;
import im.myna.store.group.Sharing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Groups of accounts, which can be shared: then their members are on the contact lists of others. What changes a group returns when it
 * is so; whether everybody who is here was told by then, too, is what it says.
 */
@ApplicationScoped
public class Groups {
    /** Contacts of which people are told while whoever changed the group waits: some tenth of a second. */
    private static final long AT_ONCE = 10_000;

    @Inject
    private Directories directories;

    @Inject
    private Regrouping regrouping;

    @Inject
    private GroupStore store;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Background background;

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
    public boolean change(Actor actor, Group group) {
        var id = group.id();
        actor.mustGovern(id.domain());
        var before = find(actor, id).group();
        GroupRules.check(group);
        if (before.equals(group)) {
            return true;
        }
        var deed = Deed.of("group.change", id).from(words(before)).to(words(group));
        return change(
                id.domain(),
                directory -> directory.with(circle(directory, id).with(group)),
                () -> chronicle.change(actor, deed, () -> store.change(group)));
    }

    /** Its members stay as they are, but nobody sees them by it any more. */
    public boolean remove(Actor actor, Jid group) {
        actor.mustGovern(group.domain());
        var before = find(actor, group);
        var deed = Deed.of("group.remove", group)
                .from(words(before.group()) + " members=" + before.members().size());
        return change(
                group.domain(),
                directory -> directory.without(group),
                () -> chronicle.change(actor, deed, () -> store.remove(group)));
    }

    /** Does nothing for who is in it already. */
    public boolean join(Actor actor, Jid group, Jid account) {
        return move(actor, group, Set.of(account), Set.of());
    }

    /** @throws RefusedException NOT_FOUND when it is not in it */
    public boolean leave(Actor actor, Jid group, Jid account) {
        actor.mustGovern(group.domain());
        if (!find(actor, group).members().contains(account)) {
            throw new RefusedException(Reason.NOT_FOUND, account + " is not in " + group);
        }
        return move(actor, group, Set.of(), Set.of(account));
    }

    /** These shall be in it, and no others. */
    public boolean enlist(Actor actor, Jid group, Set<Jid> members) {
        actor.mustGovern(group.domain());
        var leaving = new HashSet<>(find(actor, group).members());
        leaving.removeAll(members);
        return move(actor, group, members, leaving);
    }

    /** All of it or nothing. Does nothing for those who are in it, or not in it, already. */
    public boolean move(Actor actor, Jid group, Set<Jid> joining, Set<Jid> leaving) {
        actor.mustGovern(group.domain());
        var before = find(actor, group).members();
        var in = new TreeSet<>(joining);
        in.removeAll(before);
        var out = new TreeSet<>(leaving);
        out.retainAll(before);
        GroupRules.check(group, in);
        if (joining.stream().anyMatch(leaving::contains)) {
            throw new RefusedException(Reason.INVALID, "nobody joins and leaves at the same time");
        }
        if (in.isEmpty() && out.isEmpty()) {
            return true;
        }
        return change(
                group.domain(),
                directory -> {
                    var circle = circle(directory, group);
                    var members = new HashSet<>(circle.members());
                    members.addAll(in);
                    members.removeAll(out);
                    return directory.with(circle.with(members));
                },
                () -> chronicle.change(actor, GroupRules.moving(group, in, out), () -> {
                    out.forEach(account -> store.leave(group, account));
                    return areJoined(group, in);
                }));
    }

    private boolean change(String domain, UnaryOperator<Directory> plan, BooleanSupplier write) {
        UnaryOperator<Directory> checked = before -> {
            var after = plan.apply(before);
            GroupRules.check(after);
            return after;
        };
        var telling = regrouping
                .change(domain, checked, write)
                .orElseThrow(
                        () -> new RefusedException(Reason.CONFLICT, "somebody else has changed it at the same time"));
        if (telling.size() > AT_ONCE && background.does(telling::tell)) {
            return false;
        }
        telling.tell();
        return true;
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
