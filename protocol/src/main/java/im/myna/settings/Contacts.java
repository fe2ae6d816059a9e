package im.myna.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whom to turn to, by what it is about (XEP-0157). */
final class Contacts {
    private static final String PREFIX = "myna.contact.";

    private Contacts() {}

    /** In the order of the settings; without those that have none. */
    static Map<String, List<String>> read(SettingsReader reader) {
        var contacts = new LinkedHashMap<String, List<String>>();
        for (var setting : Setting.values()) {
            if (setting.key().startsWith(PREFIX)) {
                contacts.put(setting.key().substring(PREFIX.length()), reader.list(setting, Forms.URI));
            }
        }
        contacts.values().removeIf(List::isEmpty);
        return contacts;
    }
}
