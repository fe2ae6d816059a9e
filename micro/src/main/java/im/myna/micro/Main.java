package im.myna.micro;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Starts the server; it stops with the process. */
public final class Main {
    private static final int WRONG = 2;

    // The server takes the system's streams for its log.
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    private Main() {}

    /** @param args of {@code ./myna run}; the system property myna.home says where the server lies */
    public static void main(String[] args) {
        try {
            run(Path.of(System.getProperty("myna.home")), List.of(args));
        } catch (IllegalArgumentException | IllegalStateException e) {
            fail(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            fail(e.toString());
        }
    }

    private static void run(Path home, List<String> args) throws IOException {
        var begun = System.nanoTime();
        var settings = prepare(home, args);
        settings.forEach(System::setProperty);
        var server = new Server(home, settings, DataLock.claim(Path.of(settings.get("myna.data"))));
        Ports.requireFree(settings);
        OUT.println("Myna is starting; its log is " + server.log());
        var renewal = settings.containsKey(Preparation.CERTIFICATES)
                ? Optional.of(new Renewal(settings, () -> again(home, args)))
                : Optional.<Renewal>empty();
        server.start();
        renewal.ifPresent(Renewal::watch);
        Greeting.lines(settings, (System.nanoTime() - begun) / 1e9).forEach(OUT::println);
    }

    private static Map<String, String> again(Path home, List<String> args) {
        try {
            return prepare(home, args);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a class loader of its own, that is gone afterwards. */
    private static Map<String, String> prepare(Path home, List<String> args) throws IOException {
        try (var loader = new URLClassLoader(
                jars(home.resolve("boot"), home.resolve("lib")), ClassLoader.getPlatformClassLoader())) {
            var type = loader.loadClass(Main.class.getPackageName() + ".Preparation");
            @SuppressWarnings("unchecked") // Its declaration says so; the compiler cannot know by its name.
            var preparation = (Function<List<String>, Map<String, String>>)
                    type.getDeclaredConstructor().newInstance();
            return preparation.apply(args);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the installation in " + home + " is damaged: " + e, e);
        }
    }

    private static URL[] jars(Path... folders) throws IOException {
        var urls = new ArrayList<URL>();
        for (var folder : folders) {
            try (var jars = Files.newDirectoryStream(folder, "*.jar")) {
                for (var jar : jars) {
                    urls.add(jar.toUri().toURL());
                }
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** Not by returning: a server that is half started has threads that would keep the process. */
    private static void fail(String message) {
        if (!Server.isStopping()) {
            ERR.println("myna: " + message);
            Runtime.getRuntime().halt(WRONG);
        }
    }
}
