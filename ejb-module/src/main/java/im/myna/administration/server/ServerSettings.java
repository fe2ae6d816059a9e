package im.myna.administration.server;

import im.myna.adjustment.Adjustments;
import im.myna.administration.Actor;
import im.myna.administration.Chronicle;
import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.settings.Setting;
import im.myna.settings.Settings;
import im.myna.settings.SettingsException;
import im.myna.settings.Sources;
import im.myna.store.setting.ChangedSetting;
import im.myna.store.setting.SettingStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings, for those who govern the server. */
@ApplicationScoped
public class ServerSettings {
    /** Where a value comes from that an administrator changed while the server ran. */
    public static final String HERE = "here";

    /** Where a value comes from of which nobody said anything. */
    public static final String DEFAULT = "default";

    /** The address of a database may have one in it: as a parameter, or before the host. */
    private static final Pattern PASSWORD = Pattern.compile("(?i)(?<=password=)[^&;]*|(?<=://)[^/@]*(?=@)");

    @Inject
    private SettingStore store;

    @Inject
    private Sources sources;

    @Inject
    private Settings begun;

    @Inject
    private Adjustments adjustments;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    /**
     * A setting as it is.
     *
     * @param value empty for a secret
     * @param told whether anybody said anything, of a secret too
     * @param origin "default", "setup", "file", "environment", "command-line", "application-server" or "here"
     * @param changedBy who changed it here; empty if nobody did
     * @param changedAt when; the epoch if nobody did
     */
    public record Current(
            Setting setting, String value, boolean told, String origin, String changedBy, Instant changedAt) {}

    /** All there are. */
    public List<Current> list(Actor actor) {
        actor.mustSeeAll();
        var changed = changed();
        return Arrays.stream(Setting.values())
                .map(setting -> current(setting, changed))
                .toList();
    }

    public Current find(Actor actor, String key) {
        actor.mustSeeAll();
        return current(setting(key), changed());
    }

    /**
     * Changes them all, or none.
     *
     * @throws RefusedException CONFLICT when one of them cannot be changed while the server runs
     */
    public void change(Actor actor, Map<String, String> wanted) {
        actor.mustGovernAll();
        var values = new TreeMap<String, String>();
        wanted.forEach((key, value) -> values.put(live(key).key(), fitting(key, value)));
        var changed = changed();
        values.entrySet().removeIf(each -> isSo(each, changed));
        if (values.isEmpty()) {
            return;
        }
        check(changed, values);
        var deed = Deed.of("setting.change", server())
                .from(words(values, key -> current(setting(key), changed).value()))
                .to(words(values, values::get));
        var now = clock.instant();
        chronicle.change(actor, deed, () -> {
            values.forEach((key, value) ->
                    store.put(new ChangedSetting(key, value, actor.jid().toString(), now)));
            return true;
        });
        adjustments.load();
    }

    /** As it was told at the start. */
    public void reset(Actor actor, String key) {
        actor.mustGovernAll();
        var before = current(live(key), changed());
        var after = current(before.setting(), Map.of());
        var deed = Deed.of("setting.reset", server())
                .from(key + "=" + before.value())
                .to(key + "=" + after.value());
        chronicle.change(actor, deed, () -> store.remove(key));
        adjustments.load();
    }

    private void check(Map<String, ChangedSetting> changed, Map<String, String> values) {
        var all = new HashMap<String, String>();
        changed.forEach((key, change) -> all.put(key, change.value()));
        all.putAll(values);
        try {
            sources.with(all);
        } catch (SettingsException e) {
            throw new RefusedException(Reason.INVALID, e.getMessage());
        }
    }

    /** An administrator said so before, or nobody said anything else. */
    private boolean isSo(Map.Entry<String, String> wanted, Map<String, ChangedSetting> changed) {
        return current(setting(wanted.getKey()), changed).value().equals(wanted.getValue());
    }

    private Map<String, ChangedSetting> changed() {
        return store.all().stream().collect(Collectors.toMap(ChangedSetting::key, Function.identity()));
    }

    private Current current(Setting setting, Map<String, ChangedSetting> changed) {
        var change = changed.get(setting.key());
        if (change != null && setting.live()) {
            return new Current(setting, change.value(), true, HERE, change.who(), change.at());
        }
        var said = sources.values().apply(setting.key());
        var origin = said.map(value -> sources.origins().apply(setting.key()))
                .filter(where -> !where.isEmpty())
                .orElse(DEFAULT);
        return new Current(
                setting,
                shown(setting, said.orElse(setting.fallback())),
                said.filter(value -> !value.isEmpty()).isPresent(),
                origin,
                "",
                Instant.EPOCH);
    }

    private static String shown(Setting setting, String value) {
        if (setting.secret()) {
            return "";
        }
        return setting == Setting.DB_URL ? withoutPassword(value) : value;
    }

    static String withoutPassword(String url) {
        return PASSWORD.matcher(url).replaceAll("***");
    }

    private static Setting live(String key) {
        var setting = setting(key);
        if (!setting.live()) {
            throw new RefusedException(
                    Reason.CONFLICT,
                    key + " is needed before the database can be asked: it is changed where the server is started");
        }
        return setting;
    }

    private static Setting setting(String key) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "there is no setting '" + key + "'"));
    }

    private static String fitting(String key, String value) {
        if (value.length() > ChangedSetting.LONGEST || value.indexOf(0) >= 0) {
            throw new RefusedException(Reason.INVALID, key + " has at most " + ChangedSetting.LONGEST + " characters");
        }
        return value.strip();
    }

    private static String words(Map<String, String> values, Function<String, String> value) {
        return values.keySet().stream().map(key -> key + "=" + value.apply(key)).collect(Collectors.joining(" "));
    }

    private Jid server() {
        return Jid.of(begun.domains().get(0));
    }
}
