package im.myna.administration.container;

import im.myna.store.account.Role;

/** The names that the container has for what an account may do, as REST writes them. */
public final class Roles {
    public static final String USER = "user";
    public static final String AUDITOR = "auditor";
    public static final String DOMAIN_ADMIN = "domain-admin";
    public static final String ADMIN = "admin";

    private Roles() {}

    public static String of(Role role) {
        return switch (role) {
            case USER -> USER;
            case AUDITOR -> AUDITOR;
            case DOMAIN_ADMIN -> DOMAIN_ADMIN;
            case ADMIN -> ADMIN;
        };
    }
}
