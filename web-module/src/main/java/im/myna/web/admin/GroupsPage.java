package im.myna.web.admin;

import im.myna.administration.Groups;
import im.myna.administration.Users;
import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.roster.Circle;
import im.myna.store.group.Group;
import im.myna.web.admin.frame.Deeds;
import im.myna.web.admin.frame.Phrases;
import im.myna.web.admin.frame.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Shows the groups of a domain, and makes others. */
@Named
@RequestScoped
public class GroupsPage {
    static final int AT_ONCE = 100;

    @Inject
    private Groups groups;

    @Inject
    private Users users;

    @Inject
    private Viewer viewer;

    @Inject
    private Deeds deeds;

    @Inject
    private Phrases phrases;

    private String domain = "";
    private String search = "";
    private int from;
    private String name = "";
    private String displayName = "";

    public List<String> domains() {
        return users.domains(viewer.actor());
    }

    private List<Circle> found() {
        return groups.list(viewer.actor(), new Groups.Filter(chosen(), search.strip(), Jid.NONE));
    }

    private String chosen() {
        return domain.isEmpty() ? domains().get(0) : domain;
    }

    /** So many as are shown together. */
    public List<Circle> page() {
        return found().stream().skip(from).limit(AT_ONCE).toList();
    }

    public int count() {
        return found().size();
    }

    /** Where the page behind this one begins; 0 behind the last one. */
    public int next() {
        return count() > from + AT_ONCE ? from + AT_ONCE : 0;
    }

    /** Makes it and leads to its page. */
    public String add() {
        Jid id;
        try {
            id = Jid.of(name.strip(), chosen(), "");
        } catch (MalformedJidException e) {
            deeds.complain(phrases.of("groups.no_name", name));
            return "";
        }
        var called = displayName.isBlank() ? name.strip() : displayName.strip();
        return deeds.does(
                        () -> groups.add(viewer.actor(), Group.of(id).displayName(called), Set.of()),
                        () -> phrases.of("groups.added", called))
                ? "/group.xhtml?faces-redirect=true&id=" + URLEncoder.encode(id.toString(), StandardCharsets.UTF_8)
                : "";
    }

    // Faces asks for properties by these names.

    public String getDomain() {
        return chosen();
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public int getFrom() {
        return from;
    }

    public void setFrom(int from) {
        this.from = Math.max(0, from);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }
}
