package im.myna.micro;

import im.myna.settings.Setting;
import im.myna.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where settings are said: on the command line, which counts most, in the environment, in the file.
 *
 * @param setup what was chosen at the first visit; it lies in the data folder, and whatever else is said counts more
 */
public record Configuration(
        Map<String, String> arguments,
        Map<String, String> environment,
        Map<String, String> file,
        Map<String, String> setup) {
    public static final String FILE = "myna.properties";

    /** In the data folder; the application writes it. */
    public static final String SETUP = "setup.properties";

    private static final String FILE_OPTION = "--config";

    public Configuration {
        arguments = Map.copyOf(arguments);
        environment = Map.copyOf(environment);
        file = Map.copyOf(file);
        setup = Map.copyOf(setup);
    }

    /** @param args {@code --config FILE} and {@code -Dmyna.key=value}, in any order */
    public static Configuration of(List<String> args, Map<String, String> environment) throws IOException {
        var arguments = new HashMap<String, String>();
        var file = Optional.<Path>empty();
        for (var each = args.iterator(); each.hasNext(); ) {
            var arg = each.next();
            if (arg.equals(FILE_OPTION) && each.hasNext()) {
                file = Optional.of(Path.of(each.next()));
            } else if (arg.startsWith(FILE_OPTION + "=")) {
                file = Optional.of(Path.of(arg.substring(FILE_OPTION.length() + 1)));
            } else if (arg.startsWith("-D") && arg.contains("=")) {
                arguments.put(arg.substring(2, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
            } else {
                throw new IllegalArgumentException(
                        "'" + arg + "' is no option; there are " + FILE_OPTION + " FILE and -Dmyna.KEY=VALUE");
            }
        }
        checkNames("the command line", arguments);
        var said = new Configuration(
                arguments, environment, file.isPresent() ? read(file.get()) : readIfThere(Path.of(FILE)), Map.of());
        return said.withSetup();
    }

    private Configuration withSetup() throws IOException {
        var data = value(Setting.DATA.key()).orElse(Setting.DATA.fallback()).strip();
        return new Configuration(arguments, environment, file, readIfThere(Path.of(data, SETUP)));
    }

    public Optional<String> value(String key) {
        return Optional.ofNullable(arguments.get(key))
                .or(() -> Optional.ofNullable(environment.get(variable(key))))
                .or(() -> Optional.ofNullable(file.get(key)))
                .or(() -> Optional.ofNullable(setup.get(key)));
    }

    /** Where each value comes from, as "key=command-line key=environment key=file key=setup". */
    String origins() {
        return Settings.names().stream()
                .filter(key -> value(key).isPresent())
                .sorted()
                .map(key -> key + "=" + origin(key))
                .collect(Collectors.joining(" "));
    }

    private String origin(String key) {
        if (arguments.containsKey(key)) {
            return "command-line";
        }
        if (environment.containsKey(variable(key))) {
            return "environment";
        }
        return file.containsKey(key) ? "file" : "setup";
    }

    /** As MicroProfile Config names it: in capitals, every other character an underscore. */
    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static Map<String, String> readIfThere(Path path) throws IOException {
        return Files.exists(path) ? read(path) : Map.of();
    }

    private static Map<String, String> read(Path path) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + path);
        }
        var file = properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
        checkNames(path.toString(), file);
        return file;
    }

    private static void checkNames(String where, Map<String, String> said) {
        var unknown = new TreeSet<>(said.keySet());
        unknown.removeAll(Settings.names());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(where + " has " + unknown.first() + ", which is no setting; " + FILE
                    + " explains all that there are");
        }
    }
}
