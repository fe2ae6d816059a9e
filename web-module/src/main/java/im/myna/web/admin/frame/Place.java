package im.myna.web.admin.frame;

import java.util.Locale;

/** The pages, in the order of the menu. */
public enum Place {
    DASHBOARD("chart-line"),
    USERS("users"),
    GROUPS("sitemap"),
    SESSIONS("comments"),
    AUDIT("history"),
    TOKENS("key"),
    ABOUT("info-circle");

    private final String icon;

    Place(String icon) {
        this.icon = icon;
    }

    /** "users" for /admin/users, and for the file users.xhtml. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of PrimeIcons. */
    public String icon() {
        return "pi pi-" + icon;
    }

    /** Of its name among the words. */
    public String key() {
        return "place." + path();
    }
}
