package im.myna.web.admin;

import im.myna.administration.Belongings;
import im.myna.administration.Users;
import im.myna.administration.visit.Visit;
import im.myna.administration.visit.Visits;
import im.myna.jid.Jid;
import im.myna.store.account.Account;
import im.myna.store.account.Lock;
import im.myna.store.account.Role;
import im.myna.store.roster.RosterItem;
import im.myna.store.token.AccessToken;
import im.myna.web.admin.frame.Asked;
import im.myna.web.admin.frame.Deeds;
import im.myna.web.admin.frame.Phrases;
import im.myna.web.admin.frame.Viewer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** One account, what it has, and what can be done with it. */
@Named
@RequestScoped
public class UserPage {
    /** More contacts are counted, but not shown. */
    private static final int CONTACTS = 500;

    @Inject
    private Users users;

    @Inject
    private Belongings belongings;

    @Inject
    private Visits visits;

    @Inject
    private Viewer viewer;

    @Inject
    private Asked asked;

    @Inject
    private Deeds deeds;

    @Inject
    private Phrases phrases;

    private String jid = "";
    private String password = "";
    private Role role = Role.USER;
    private int hours;

    @PostConstruct
    void load() {
        jid = asked.text("jid");
        role = account().role();
    }

    public Account account() {
        return users.find(viewer.actor(), address());
    }

    public boolean closed() {
        return account().lock().closed(Instant.now());
    }

    public boolean forGood() {
        return account().lock().disabled();
    }

    /** Whether it is his own, which he cannot lock, delete or give another role. */
    public boolean own() {
        return viewer.actor().jid().equals(address());
    }

    public List<RosterItem> contacts() {
        return belongings.roster(viewer.actor(), address()).items().values().stream()
                .sorted(Comparator.comparing(RosterItem::contact))
                .limit(CONTACTS)
                .toList();
    }

    public int contactCount() {
        return belongings.roster(viewer.actor(), address()).items().size();
    }

    public int waiting() {
        return belongings.waiting(viewer.actor(), address());
    }

    public List<AccessToken> tokens() {
        return belongings.tokens(viewer.actor(), address());
    }

    public List<Visit> sessions() {
        return visits.of(viewer.actor(), address());
    }

    /** Without hours for good. */
    public void lock() {
        var lock = hours == 0
                ? new Lock(true, Instant.EPOCH)
                : new Lock(false, Instant.now().plus(Duration.ofHours(hours)));
        deeds.does(() -> users.changeLock(viewer.actor(), address(), lock), () -> phrases.of("user.locked", address()));
    }

    public void unlock() {
        deeds.does(
                () -> users.changeLock(viewer.actor(), address(), Lock.NONE),
                () -> phrases.of("user.unlocked", address()));
    }

    public void changeRole() {
        deeds.does(
                () -> users.changeRole(viewer.actor(), address(), role),
                () -> phrases.of("user.role.changed", address(), phrases.name("role", role)));
    }

    public void changePassword() {
        deeds.does(
                () -> users.changePassword(viewer.actor(), address(), password),
                () -> phrases.of("user.password.changed", address()));
    }

    public void discard() {
        deeds.does(() -> belongings.discard(viewer.actor(), address()), () -> phrases.of("user.discarded", address()));
    }

    public void removeContact(Jid contact) {
        deeds.does(
                () -> belongings.remove(viewer.actor(), address(), contact),
                () -> phrases.of("user.contact.removed", contact, address()));
    }

    public void revoke(String id) {
        deeds.does(() -> belongings.revoke(viewer.actor(), address(), id), () -> phrases.of("user.revoked", address()));
    }

    /** @return where to go next */
    public String remove() {
        return deeds.leaves(
                () -> users.remove(viewer.actor(), address()), () -> phrases.of("user.removed", address()), "users");
    }

    private Jid address() {
        return Addresses.of(jid);
    }

    public Role[] roles() {
        return Role.values();
    }

    /** As it was asked for: in the address of the page, and then in its form. */
    public String getJid() {
        return jid;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String typed) {
        password = typed;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role chosen) {
        role = chosen;
    }

    public int getHours() {
        return hours;
    }

    public void setHours(int chosen) {
        hours = chosen;
    }
}
