package im.myna.form;

import java.util.Locale;

/** What a field holds (XEP-0004, 3.3). */
public enum FieldType {
    BOOLEAN,
    FIXED,
    HIDDEN,
    JID_MULTI,
    JID_SINGLE,
    LIST_MULTI,
    LIST_SINGLE,
    TEXT_MULTI,
    TEXT_PRIVATE,
    TEXT_SINGLE;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As it stands in a form. */
    String word() {
        return word;
    }

    boolean takesMany() {
        return this == JID_MULTI || this == LIST_MULTI || this == TEXT_MULTI;
    }
}
