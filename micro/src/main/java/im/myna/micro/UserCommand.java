package im.myna.micro;

import im.myna.jid.Jid;
import im.myna.settings.Settings;
import im.myna.store.Database;
import im.myna.store.account.Registrar;
import im.myna.stream.StreamException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./myna user}: governs the accounts, through the server when one runs, else in the database. */
public final class UserCommand {
    private static final int REFUSED = 1;
    private static final Logger ALL_LOGS = Logger.getLogger("");

    private UserCommand() {}

    public static void main(String[] args) {
        try {
            run(List.of(args), System.in, System.out);
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            System.err.println("myna: " + e.getMessage());
            System.exit(REFUSED);
        }
    }

    static void run(List<String> args, InputStream in, PrintStream out) throws IOException {
        ALL_LOGS.setLevel(Level.SEVERE);
        var words = new ArrayList<String>();
        var options = new ArrayList<String>();
        for (var each = args.iterator(); each.hasNext(); ) {
            var arg = each.next();
            (arg.startsWith("-D") || arg.startsWith("--config") ? options : words).add(arg);
            if (arg.equals("--config") && each.hasNext()) {
                options.add(each.next());
            }
        }
        var order = order(words);
        var settings = Settings.read(Configuration.of(options, System.getenv())::value);
        var password = Registrar.needsPassword(order) ? password(in) : "";
        var running = ControlSocket.of(settings.data());
        if (running.isPresent()) {
            running.get().carryOut(order, password, out::println);
        } else {
            inDatabase(settings, order, password, out);
        }
    }

    private static String order(List<String> words) {
        var admin = words.remove("--admin");
        var order = String.join(" ", words);
        if (order.isEmpty()) {
            throw new IllegalArgumentException("there are " + String.join(", ", Registrar.orders()));
        }
        return admin ? order.replaceFirst("^add\\b", "add-admin") : order;
    }

    private static void inDatabase(Settings settings, String order, String password, PrintStream out)
            throws IOException {
        var data = OwnersFiles.folder(settings.data());
        var where = settings.database();
        try (var claim = DataLock.claim(data);
                var database = Database.open(where.url(), where.user(), where.password())) {
            var accounts = database.accounts();
            var registrar =
                    new Registrar(accounts, settings, Clock.systemUTC(), accounts::remove, UserCommand::nobodyIsHere);
            database.transaction(() -> {
                registrar.carryOut(order, password, out::println);
                return claim;
            });
        }
    }

    /** Without a server, no account has a session to end. */
    @SuppressWarnings("unused")
    private static void nobodyIsHere(Jid account, StreamException reason) {}

    @SuppressWarnings(
            "SystemConsoleNull") // ./myna sets jdk.console=java.base, with which newer Javas do as Java 17 does.
    private static String password(InputStream in) throws IOException {
        var console = System.console();
        if (console == null) {
            var line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw new IllegalArgumentException("the password is read from standard input, which has nothing");
            }
            return line;
        }
        var password = new String(console.readPassword("Password: "));
        if (!password.equals(new String(console.readPassword("Again: ")))) {
            throw new IllegalArgumentException("these are two different passwords");
        }
        return password;
    }
}
