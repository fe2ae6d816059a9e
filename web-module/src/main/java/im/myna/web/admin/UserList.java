package im.myna.web.admin;

import im.myna.administration.Users;
import im.myna.session.Sessions;
import im.myna.settings.Settings;
import im.myna.store.account.Account;
import im.myna.store.account.Role;
import im.myna.store.account.Search;
import im.myna.store.account.Search.Standing;
import im.myna.web.admin.frame.Asked;
import im.myna.web.admin.frame.Viewer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The accounts of a domain, so many at a time as fit on a page. */
@Named
@RequestScoped
public class UserList {
    private static final int PAGE = 50;

    @Inject
    private Users users;

    @Inject
    private Sessions sessions;

    @Inject
    private Settings settings;

    @Inject
    private Viewer viewer;

    @Inject
    private Asked asked;

    private List<Account> found = List.of();

    @PostConstruct
    void load() {
        // One more, to know whether there are more.
        found = users.page(viewer.actor(), search(), asked.text("after"), PAGE + 1);
    }

    public List<Account> page() {
        return found.subList(0, Math.min(PAGE, found.size()));
    }

    /** How many there are in all. */
    public long count() {
        return users.count(viewer.actor(), search());
    }

    public boolean isMore() {
        return found.size() > PAGE;
    }

    /** The name behind which the next page begins. */
    public String last() {
        return found.get(PAGE - 1).jid().local();
    }

    public List<String> domains() {
        return users.domains(viewer.actor());
    }

    public Role[] roles() {
        return Role.values();
    }

    public String domain() {
        var domain = asked.text("domain");
        return domain.isEmpty()
                ? domains().stream().findFirst().orElse(settings.domains().get(0))
                : domain;
    }

    public boolean closed(Account account) {
        return account.lock().closed(Instant.now());
    }

    public int sessionsOf(Account account) {
        return sessions.of(account.jid()).size();
    }

    private Search search() {
        var search = Search.in(domain()).text(asked.text("search"));
        var role = asked.choice(Role.class, "role");
        if (role.isPresent()) {
            search = search.roles(Set.of(role.get()));
        }
        var standing = asked.choice(Standing.class, "standing").orElse(Standing.ANY);
        return standing == Standing.ANY ? search : search.standing(standing, Instant.now());
    }
}
