package im.myna.web.admin.setup;

import java.util.List;
import java.util.Locale;

/** What is asked, in that order. */
public enum Step {
    DOMAIN,
    CERTIFICATE,
    DATABASE,
    ACCOUNT,
    SUMMARY;

    private static final List<Step> ALL = List.of(values());

    Step next() {
        return ALL.get(Math.min(ALL.indexOf(this) + 1, ALL.size() - 1));
    }

    Step previous() {
        return ALL.get(Math.max(ALL.indexOf(this) - 1, 0));
    }

    /** Of its name among the words. */
    public String key() {
        return "setup.step." + name().toLowerCase(Locale.ROOT);
    }
}
