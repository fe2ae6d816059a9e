package im.myna.adjustment;

import im.myna.settings.LiveSettings;
import im.myna.settings.Setting;
import im.myna.settings.SettingsException;
import im.myna.settings.Sources;
import im.myna.store.setting.ChangedSetting;
import im.myna.store.setting.SettingStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Goes by what administrators changed of the settings. */
@ApplicationScoped
public class Adjustments {
    private static final System.Logger LOG = System.getLogger(Adjustments.class.getName());

    @Inject
    private SettingStore store;

    @Inject
    private LiveSettings settings;

    @Inject
    private Sources sources;

    @Inject
    private Adapter adapter;

    /** Reads all that is changed, and makes it hold, here and in the adapter. What cannot be so is left out. */
    public synchronized void load() {
        var changed = good();
        settings.become(sources.with(changed));
        adapter.ears().forEach(ear -> ear.change(changed));
    }

    private Map<String, String> good() {
        var changed = new HashMap<String, String>();
        for (var each : store.all()) {
            if (isLive(each)) {
                changed.put(each.key(), each.value());
                try {
                    sources.with(changed);
                } catch (SettingsException e) {
                    changed.remove(each.key());
                    LOG.log(Level.ERROR, "setting ignored: {0}", e.getMessage());
                }
            }
        }
        return changed;
    }

    private static boolean isLive(ChangedSetting changed) {
        boolean live = Arrays.stream(Setting.values())
                .anyMatch(setting -> setting.live() && setting.key().equals(changed.key()));
        if (!live) {
            LOG.log(Level.WARNING, "setting ignored: {0} cannot be changed while the server runs", changed.key());
        }
        return live;
    }
}
