package im.myna.web.admin.frame;

import java.util.Locale;

/** The pages, in the order of the menu. */
public enum Place {
    GROUPS("sitemap", false),
    BROADCAST("megaphone", false),
    SETTINGS("cog", true),
    CERTIFICATES("lock", true),
    LOGS("list", true),
    DATABASE("database", true),
    ABOUT("info-circle", false);

    private final String icon;
    private final boolean whole;

    Place(String icon, boolean whole) {
        this.icon = icon;
        this.whole = whole;
    }

    /** Whether it is only for those who see the whole server. */
    boolean whole() {
        return whole;
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
