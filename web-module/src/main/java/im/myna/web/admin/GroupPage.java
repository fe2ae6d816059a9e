package im.myna.web.admin;

import im.myna.administration.Groups;
import im.myna.jid.Jid;
import im.myna.roster.Circle;
import im.myna.store.group.Group;
import im.myna.store.group.Sharing;
import im.myna.web.admin.frame.Deeds;
import im.myna.web.admin.frame.Phrases;
import im.myna.web.admin.frame.Viewer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** From the address of the page, or out of its forms: Faces would tell it too late for some of its parts. */
    @PostConstruct
    void begin() {
        id = asked("id");
        search = asked("search");
        from = asked("from").matches("\\d{1,5}") ? Integer.parseInt(asked("from")) : 0;
    }

    private String asked(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    public Circle circle() {
        return groups.find(viewer.actor(), Addresses.of(id));
    }

    private Group form() {
        if (typed == null) {
            typed = circle().group();
        }
        return typed;
    }

    /** The groups that it can be shared with. */
    public List<Group> others() {
        var filter = new Groups.Filter(Addresses.of(id).domain(), "", Jid.NONE);
        return groups.list(viewer.actor(), filter).stream().map(Circle::group).toList();
    }

    private List<Jid> found() {
        return groups.members(viewer.actor(), Addresses.of(id)).stream()
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

    /** Back to this page, which can then be loaded again. */
    private String does(Runnable deed, Supplier<String> done) {
        var next = deeds.leaves(deed, done, "group");
        return next.isEmpty() ? "" : next + "&id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    public String save() {
        var changed = form();
        var told = new boolean[1];
        return does(
                () -> told[0] = groups.change(viewer.actor(), changed),
                () -> phrases.of("group.saved", changed.displayName()) + telling(told[0]));
    }

    /** And leads to the others. */
    public String remove() {
        var name = circle().group().displayName();
        var told = new boolean[1];
        var next = deeds.leaves(
                () -> told[0] = groups.remove(viewer.actor(), Addresses.of(id)),
                () -> phrases.of("group.removed", name) + telling(told[0]),
                "groups");
        return next.isEmpty() ? "" : next + "&domain=" + Addresses.of(id).domain();
    }

    /** One or many, with spaces, commas or lines between them. A name alone is of the group's domain. */
    public String join() {
        var domain = Addresses.of(id).domain();
        var addresses = Stream.of(newcomer.split("[\\s,;]+"))
                .filter(text -> !text.isEmpty())
                .map(text -> text.contains("@") ? text : text + "@" + domain)
                .distinct()
                .toList();
        var told = new boolean[1];
        return does(
                () -> told[0] = groups.move(
                        viewer.actor(),
                        Addresses.of(id),
                        addresses.stream().map(Addresses::of).collect(Collectors.toSet()),
                        Set.of()),
                () -> addresses.size() == 1
                        ? phrases.of("group.joined", addresses.get(0))
                        : phrases.of("group.joined_many", addresses.size()) + telling(told[0]));
    }

    private String telling(boolean told) {
        return told ? "" : " " + phrases.of("group.telling");
    }

    /** The button says who: the list may be another one by now. */
    public String leave() {
        var member = asked("member");
        return does(
                () -> groups.leave(viewer.actor(), Addresses.of(id), Addresses.of(member)),
                () -> phrases.of("group.left", member));
    }

    // Faces asks for properties by these names.

    public String getId() {
        return id;
    }

    public int getFrom() {
        return from;
    }

    public String getSearch() {
        return search;
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
                        form().sharing(), audience.stream().map(Addresses::of).collect(Collectors.toSet()));
    }
}
