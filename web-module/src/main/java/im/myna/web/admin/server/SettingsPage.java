package im.myna.web.admin.server;

import im.myna.administration.server.ServerSettings;
import im.myna.administration.server.ServerSettings.Current;
import im.myna.settings.Setting;
import im.myna.web.admin.frame.Deeds;
import im.myna.web.admin.frame.Phrases;
import im.myna.web.admin.frame.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows the settings, and changes one at a time. */
@Named
@RequestScoped
public class SettingsPage {
    @Inject
    private ServerSettings settings;

    @Inject
    private Explanations explanations;

    @Inject
    private Viewer viewer;

    @Inject
    private Deeds deeds;

    @Inject
    private Phrases phrases;

    private String key = "";
    private String value = "";
    private boolean typed;

    /** Settings that belong together, which begin with the same word. */
    public record Section(String name, List<Current> settings) {}

    /** In the order in which they are explained elsewhere. */
    public List<Section> sections() {
        var sections = new LinkedHashMap<String, List<Current>>();
        settings.list(viewer.actor())
                .forEach(current -> sections.computeIfAbsent(section(current.setting()), name -> new ArrayList<>())
                        .add(current));
        return sections.entrySet().stream()
                .map(each -> new Section(each.getKey(), each.getValue()))
                .toList();
    }

    /** "myna.limits.depth" is in "limits", "myna.domain" in "general". */
    public static String section(Setting setting) {
        var words = setting.key().split("\\.", -1);
        return words.length > 2 ? words[1] : "general";
    }

    public String description(Current current) {
        return explanations.description(current.setting());
    }

    public String allowed(Current current) {
        return explanations.allowed(current.setting());
    }

    public Current chosen() {
        return settings.find(viewer.actor(), key);
    }

    public void save() {
        deeds.does(
                () -> settings.change(viewer.actor(), Map.of(key, value)),
                () -> phrases.of("settings.changed", key, chosen().value()));
    }

    public void reset() {
        deeds.does(
                () -> settings.reset(viewer.actor(), key),
                () -> phrases.of("settings.was_reset", key, chosen().value()));
    }

    // Faces asks for properties by these names.

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key == null ? "" : key;
    }

    public String getValue() {
        return typed ? value : chosen().value();
    }

    public void setValue(String value) {
        this.value = value == null ? "" : value;
        typed = true;
    }
}
