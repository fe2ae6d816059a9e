package im.myna.web.admin;

import im.myna.administration.Groups;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.roster.Circle;
import im.myna.store.group.Group;
import im.myna.store.group.Sharing;
import im.myna.web.admin.frame.Deeds;
import im.myna.web.admin.frame.Phrases;
import im.myna.web.admin.frame.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows one group, changes it, and says who is in it. */
@Named
@RequestScoped
public class GroupPage {
    @Inject
    private Groups groups;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Viewer viewer;

    @Inject
    private Deeds deeds;

    @Inject
    private Phrases phrases;

    private String id = "";
    private int from;
    private String search = "";
    private String newcomer = "";
    // What was typed in stands here; until then it is as it is kept.
    private Group typed;

    public Circle circle() {
        return groups.find(viewer.actor(), jid(id));
    }

    private static Jid jid(String text) {
        try {
            return Jid.of(text);
        } catch (MalformedJidException e) {
            throw new RefusedException(Reason.NOT_FOUND, e.getMessage());
        }
    }

    private Group form() {
        if (typed == null) {
            typed = circle().group();
        }
        return typed;
    }

    /** The groups that it can be shared with. */
    public List<Group> others() {
        var filter = new Groups.Filter(jid(id).domain(), "", Jid.NONE);
        return groups.list(viewer.actor(), filter).stream().map(Circle::group).toList();
    }

    private List<Jid> found() {
        return groups.members(viewer.actor(), jid(id)).stream()
                .filter(member -> member.local().contains(search.strip().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** So many members as are shown together. */
    public List<Jid> members() {
        return found().stream().skip(from).limit(GroupsPage.AT_ONCE).toList();
    }

    public int count() {
        return found().size();
    }

    /** Where the members behind these begin; 0 behind the last ones. */
    public int next() {
        return count() > from + GroupsPage.AT_ONCE ? from + GroupsPage.AT_ONCE : 0;
    }

    public void save() {
        var changed = form();
        deeds.does(
                () -> groups.change(viewer.actor(), changed), () -> phrases.of("group.saved", changed.displayName()));
        typed = null;
    }

    /** And leads to the others. */
    public String remove() {
        var name = circle().group().displayName();
        return deeds.does(() -> groups.remove(viewer.actor(), jid(id)), () -> phrases.of("group.removed", name))
                ? "/groups.xhtml?faces-redirect=true&domain=" + jid(id).domain()
                : "";
    }

    /** A name alone is of the group's domain. */
    public void join() {
        var text = newcomer.strip();
        var address = text.contains("@") ? text : text + "@" + jid(id).domain();
        deeds.does(() -> groups.join(viewer.actor(), jid(id), jid(address)), () -> phrases.of("group.joined", address));
        newcomer = "";
    }

    /** The button says who: the list may be another one by now. */
    public void leave() {
        var member = Optional.ofNullable(request.getParameter("member")).orElse("");
        deeds.does(() -> groups.leave(viewer.actor(), jid(id), jid(member)), () -> phrases.of("group.left", member));
    }

    // Faces asks for properties by these names.

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public int getFrom() {
        return from;
    }

    public void setFrom(int from) {
        this.from = Math.max(0, from);
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public String getNewcomer() {
        return newcomer;
    }

    public void setNewcomer(String newcomer) {
        this.newcomer = newcomer;
    }

    public String getDisplayName() {
        return form().displayName();
    }

    public void setDisplayName(String text) {
        typed = form().displayName(text);
    }

    public String getDescription() {
        return form().description();
    }

    public void setDescription(String text) {
        typed = form().description(text);
    }

    public String getSharing() {
        return form().sharing().name();
    }

    /** The audience is given behind it. */
    public void setSharing(String sharing) {
        typed = form().shared(Sharing.valueOf(sharing), form().audience());
    }

    public List<String> getAudience() {
        return form().audience().stream().map(Jid::toString).sorted().toList();
    }

    public void setAudience(List<String> audience) {
        typed = form().shared(
                        form().sharing(), audience.stream().map(GroupPage::jid).collect(Collectors.toSet()));
    }
}
