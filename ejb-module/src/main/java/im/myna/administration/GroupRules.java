package im.myna.administration;

import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.roster.Circle;
import im.myna.roster.Directory;
import im.myna.stanza.Stanza;
import im.myna.store.group.Group;
import im.myna.xml.Element;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What a group can be. All that is thrown here is a {@link RefusedException}. */
final class GroupRules {
    private static final int NAMED = 100;

    private GroupRules() {}

    /** Of itself. */
    static void check(Group group) {
        var name = group.id().local();
        if (name.isEmpty() || group.id().isFull() || name.length() > Group.NAME) {
            throw invalid("a group's name has 1 to " + Group.NAME + " characters, and '@' and a domain behind it");
        }
        if (group.displayName().isBlank() || group.displayName().length() > Group.DISPLAY_NAME) {
            throw invalid("people see a group under a name of 1 to " + Group.DISPLAY_NAME + " characters");
        }
        if (group.description().length() > Group.DESCRIPTION) {
            throw invalid("a description has at most " + Group.DESCRIPTION + " characters");
        }
        checkText(group.displayName());
        checkText(group.description());
    }

    /** Of those who shall be in it. */
    static void check(Jid group, Set<Jid> members) {
        for (var member : members) {
            if (!member.domain().equals(group.domain())
                    || member.isFull()
                    || member.local().isEmpty()) {
                throw invalid("the members of " + group + " are accounts of its domain, and '" + member + "' is none");
            }
        }
    }

    /** Of all groups together. */
    static void check(Directory directory) {
        if (directory.circles().size() > Directory.GROUPS) {
            throw full("a domain has at most " + Directory.GROUPS + " groups");
        }
        directory.circles().values().forEach(circle -> check(circle, directory));
        if (directory.size() > Directory.MEMBERSHIPS) {
            throw full("the groups of a domain have at most " + Directory.MEMBERSHIPS + " members in all");
        }
        if (directory.widest() > Directory.CONTACTS) {
            throw full("somebody would have more than " + Directory.CONTACTS + " contacts by groups");
        }
    }

    private static void check(Circle circle, Directory directory) {
        if (circle.members().size() > Directory.MEMBERS) {
            throw full("a group has at most " + Directory.MEMBERS + " members");
        }
        for (var audience : circle.group().audience()) {
            if (directory.circle(audience).isEmpty()) {
                throw invalid("there is no group " + audience + " in the domain of "
                        + circle.group().id());
            }
        }
    }

    private static void checkText(String text) {
        try {
            Element.of(Stanza.NS, "body").text(text);
        } catch (IllegalArgumentException e) {
            throw invalid("this text has characters that XML does not allow");
        }
    }

    private static RefusedException full(String text) {
        return new RefusedException(Reason.CONFLICT, text);
    }

    private static RefusedException invalid(String text) {
        return new RefusedException(Reason.INVALID, text);
    }

    /** What is written down of those who come and go: one is named as ever, of many how many there are, and the first. */
    static Deed moving(Jid group, SortedSet<Jid> joining, SortedSet<Jid> leaving) {
        if (joining.size() == 1 && leaving.isEmpty()) {
            return Deed.of("group.join", group).to("member=" + joining.first());
        }
        if (leaving.size() == 1 && joining.isEmpty()) {
            return Deed.of("group.leave", group).from("member=" + leaving.first());
        }
        return Deed.of("group.members", group).from(words("left", leaving)).to(words("joined", joining));
    }

    private static String words(String what, SortedSet<Jid> accounts) {
        return accounts.isEmpty()
                ? ""
                : what + "=" + accounts.size() + " "
                        + accounts.stream().limit(NAMED).map(Jid::toString).collect(Collectors.joining(" "));
    }
}
