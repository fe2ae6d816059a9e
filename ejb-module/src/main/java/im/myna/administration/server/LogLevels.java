package im.myna.administration.server;

import im.myna.administration.Actor;
import im.myna.administration.Chronicle;
import im.myna.administration.Chronicle.Deed;
import im.myna.administration.RefusedException;
import im.myna.administration.RefusedException.Reason;
import im.myna.jid.Jid;
import im.myna.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** How much each package of the server says; until the next start. */
@ApplicationScoped
public class LogLevels {
    /** The package of all packages. */
    public static final String ROOT = "im.myna";

    // Those whose level was changed: the log manager forgets loggers that nobody refers to. One for each package at
    // most.
    private final Map<String, Logger> changed = new ConcurrentHashMap<>();

    @Inject
    private Chronicle chronicle;

    @Inject
    private Settings settings;

    /**
     * What holds for a package.
     *
     * @param own whether it was said of this package, and not of one above it
     */
    public record Holding(LogLevel level, boolean own) {}

    /** By package. */
    public Map<String, Holding> list(Actor actor) {
        actor.mustSeeAll();
        var levels = new TreeMap<String, Holding>();
        packages().forEach(name -> levels.put(name, holding(name)));
        return levels;
    }

    /** From now on. */
    public void change(Actor actor, String name, LogLevel level) {
        change(actor, name, level.level(), level.name());
    }

    /** What holds for the package above it holds for it again. */
    public void reset(Actor actor, String name) {
        change(actor, name, null, "");
    }

    private void change(Actor actor, String name, Level level, String word) {
        actor.mustGovernAll();
        if (!packages().contains(name)) {
            throw new RefusedException(Reason.INVALID, "there is no package '" + name + "' of this server");
        }
        var deed = Deed.of("logging.change", Jid.of(settings.domains().get(0)))
                .from(name + "=" + holding(name).level())
                .to(name + "=" + word);
        chronicle.note(actor, deed);
        changed.computeIfAbsent(name, Logger::getLogger).setLevel(level);
    }

    /** Those from which anything was heard so far. */
    private static SortedSet<String> packages() {
        var packages = new TreeSet<String>();
        packages.add(ROOT);
        for (var name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
            if (name.startsWith(ROOT + ".")) {
                var simple = name.substring(name.lastIndexOf('.') + 1);
                packages.add(Character.isUpperCase(simple.charAt(0)) ? name.substring(0, name.lastIndexOf('.')) : name);
            }
        }
        return packages;
    }

    private static Holding holding(String name) {
        var logger = Logger.getLogger(name);
        boolean own = logger.getLevel() != null;
        while (logger.getLevel() == null && logger.getParent() != null) {
            logger = logger.getParent();
        }
        return new Holding(logger.getLevel() == null ? LogLevel.INFO : LogLevel.of(logger.getLevel()), own);
    }
}
