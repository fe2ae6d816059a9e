package im.myna.company;

import im.myna.settings.Settings;
import im.myna.store.directory.DirectoryStore;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Which directory serves which domain. */
@ApplicationScoped
public class LdapDirectories {
    private static final String ENDING = ".properties";

    @Inject
    private DirectoryStore store;

    @Inject
    private Settings settings;

    // Written by load, one at a time; both in the order in which they were told.
    private volatile List<Branch> branches = List.of();
    private volatile Map<String, Branch> byDomain = Map.of();

    /** Reads what was told, and goes by it. Directories of which the same is told as before stay as they are. */
    public synchronized void load() {
        var before = new ArrayList<>(branches);
        var after = new ArrayList<Branch>();
        for (var notion : notions()) {
            var same = before.stream()
                    .filter(branch -> branch.notion().equals(notion))
                    .findFirst();
            same.ifPresent(before::remove);
            after.add(same.orElseGet(() -> Branch.of(notion)));
        }
        become(after);
        before.forEach(Branch::close);
    }

    private void become(List<Branch> after) {
        var served = new HashMap<String, Branch>();
        // What the file says of a domain counts, as it does of a setting that is told at the start.
        after.forEach(branch -> branch.domains().forEach(domain -> served.putIfAbsent(domain, branch)));
        branches = List.copyOf(after);
        byDomain = Map.copyOf(served);
    }

    private List<Notion> notions() {
        var notions = new ArrayList<Notion>();
        settings.directories().forEach(file -> notions.add(read(file)));
        var told = notions.stream().map(Notion::name).toList();
        store.all().stream()
                .filter(kept -> !told.contains(kept.name()))
                .map(kept -> new Notion(kept.name(), kept.values(), ""))
                .forEach(notions::add);
        return notions;
    }

    private static Notion read(Path file) {
        var values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("a directory cannot be read: " + file, e);
        }
        var map = new HashMap<String, String>();
        values.stringPropertyNames().forEach(title -> map.put(title, values.getProperty(title)));
        var name = file.getFileName().toString();
        return new Notion(
                name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name,
                map,
                file.toString());
    }

    /** All there are; those from files first. */
    public List<Branch> all() {
        return branches;
    }

    /** By name. */
    public Optional<Branch> named(String name) {
        return branches.stream()
                .filter(branch -> branch.notion().name().equals(name))
                .findFirst();
    }

    /** Of a domain. */
    public Optional<Branch> of(String domain) {
        return Optional.ofNullable(byDomain.get(domain));
    }

    @PreDestroy
    void close() {
        branches.forEach(Branch::close);
    }
}
