package im.myna.roster;

import im.myna.settings.Settings;
import im.myna.store.group.GroupStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The groups of all domains, in memory once anybody of the domain was here. */
@ApplicationScoped
public class Directories {
    // Written by who asks first, and by the one change at a time; bounded by the domains, each as its directory says.
    private final ConcurrentMap<String, Directory> known = new ConcurrentHashMap<>();

    @Inject
    private GroupStore store;

    @Inject
    private Settings settings;

    /** Blocks at the first time. Empty for a domain that is not served. */
    public Directory of(String domain) {
        return settings.domains().contains(domain) ? known.computeIfAbsent(domain, this::load) : Directory.EMPTY;
    }

    void become(String domain, Directory directory) {
        known.put(domain, directory);
    }

    private Directory load(String domain) {
        var members = store.members(domain);
        return Directory.of(store.groups(domain).stream()
                .map(group -> Circle.of(group, members.getOrDefault(group.id(), Set.of())))
                .toList());
    }
}
