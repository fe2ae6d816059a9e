package im.myna.blackbox.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Leaves no process behind that was started here. */
public final class Processes {
    // Written by whoever starts a process; one that ended is forgotten.
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly), "processes"));
    }

    private Processes() {}

    /** Ends it with this process at the latest. */
    public static Process remember(Process process) {
        RUNNING.add(process);
        var unused = process.onExit().thenAccept(RUNNING::remove);
        return process;
    }
}
