package im.myna.web.admin;

import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.administration.Users;
import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.store.account.Role;
import im.myna.web.admin.frame.Deeds;
import im.myna.web.admin.frame.Phrases;
import im.myna.web.admin.frame.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Makes an account. */
@Named
@RequestScoped
public class NewUser {
    @Inject
    private Users users;

    @Inject
    private Viewer viewer;

    @Inject
    private Deeds deeds;

    @Inject
    private Phrases phrases;

    private String name = "";
    private String domain = "";
    private String password = "";
    private Role role = Role.USER;

    public List<String> domains() {
        return users.domains(viewer.actor());
    }

    /** The roles that he may give. */
    public List<Role> roles() {
        return viewer.governsAll() ? List.of(Role.values()) : List.of(Role.USER);
    }

    /** @return where to go next */
    public String add() {
        var typed = name.strip() + "@" + domain;
        return deeds.leaves(
                () -> users.add(viewer.actor(), address(typed), password, role),
                () -> phrases.of("user.added", typed),
                "users");
    }

    private static Jid address(String typed) {
        try {
            return Jid.of(typed);
        } catch (MalformedJidException e) {
            throw new RefusedException(Reason.INVALID, e.getMessage());
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String typed) {
        name = typed;
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String chosen) {
        domain = chosen;
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
}
