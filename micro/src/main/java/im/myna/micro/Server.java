package im.myna.micro;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara Micro in this process, with the adapter and the application. */
final class Server {
    private static final String PAYARAS_HOOK = "Payara Micro Shutdown Hook";
    private static final System.Logger LOG = System.getLogger(Server.class.getName());

    /** What the names of the adapter's event loops begin with. */
    private static final String EVENT_LOOPS = "myna-loop-";

    private static final int UNFINISHED = 3;

    private static volatile boolean started;
    private static volatile boolean stopping;
    private static volatile boolean again;

    private final Path home;
    private final Path data;
    private final Map<String, String> settings;

    @SuppressWarnings("UnusedVariable") // A lock that nobody refers to would be given up by the garbage collector.
    private final DataLock lock;

    /** @param lock held as long as the process lives */
    Server(Path home, Map<String, String> settings, DataLock lock) {
        this.home = home;
        this.settings = Map.copyOf(settings);
        this.lock = lock;
        data = Path.of(settings.get("myna.data"));
    }

    Path log() {
        return data.resolve("log").resolve("myna.0.log");
    }

    /** True from the moment on in which the process began to end. */
    static boolean isStopping() {
        return stopping;
    }

    void start() throws IOException {
        var instance = Instance.lay(home.resolve("payara"), data.resolve("server"), data.resolve("log"), settings);
        var output =
                new PrintStream(Files.newOutputStream(data.resolve("log/output.log")), true, StandardCharsets.UTF_8);
        System.setOut(output);
        System.setErr(output);
        Runtime.getRuntime().addShutdownHook(new Thread(Server::stop, "myna-stop"));
        boot(arguments(instance));
        if (!Ports.areOpen(settings)) {
            throw new IllegalStateException("the start failed; " + log() + " says why");
        }
        started = true;
        new Launcher(() -> Runtime.getRuntime().exit(0), Server::restart).offer();
        Slices.shorten(EVENT_LOOPS);
    }

    private List<String> arguments(Instance instance) {
        var arguments = new ArrayList<>(List.of("--rootdir", instance.folder().toString()));
        arguments.addAll(List.of("--nohazelcast", "--disablephonehome"));
        arguments.addAll(List.of("--logproperties", instance.logging().toString()));
        arguments.addAll(List.of("--prebootcommandfile", instance.commands().toString()));
        arguments.addAll(List.of("--deploy", home.resolve("myna-adapter.rar").toString()));
        arguments.addAll(List.of("--deploy", home.resolve("myna.war").toString(), "--contextroot", "/"));
        return arguments;
    }

    /** As Payara's own launcher in that folder does, which would keep the configuration there, beside the program. */
    private void boot(List<String> arguments) {
        var payara = home.resolve("payara");
        System.setProperty(
                "fish.payara.micro.BootJar",
                payara.resolve("launch-micro.jar").toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", payara.toString());
        try {
            Class.forName("fish.payara.micro.impl.PayaraMicroImpl")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    "Payara did not start: " + e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the installation is damaged, " + payara + " lacks " + e.getMessage(), e);
        }
    }

    /**
     * Runs while the process ends, whoever asked for it. Ending a running server by a signal is no failure, so the exit code is 0
     * then; a server that ends itself while it starts has failed.
     */
    private static void stop() {
        stopping = true;
        try {
            PayaraMicro.getInstance().shutdown();
        } catch (BootstrapException | IllegalStateException notRunning) {
            // It did not start yet, or its own hook was faster and is stopping it.
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals(PAYARAS_HOOK))
                    .forEach(Server::waitFor);
        } finally {
            if (again) {
                FreshStart.begin();
            }
            Runtime.getRuntime().halt(started ? 0 : UNFINISHED);
        }
    }

    private static void restart() {
        again = true;
        Runtime.getRuntime().exit(0);
    }

    private static void waitFor(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
