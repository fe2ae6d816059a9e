package im.myna.micro.contact;

import im.myna.jid.Jid;
import im.myna.micro.DataLock;
import im.myna.micro.OwnersFiles;
import im.myna.settings.Settings;
import im.myna.store.Database;
import im.myna.store.account.Registrar;
import im.myna.stream.StreamException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is done without REST: by a server that has no port for it, or in the database when none runs. */
public record Orders(Whereabouts whereabouts) {
    public void carryOut(String order, String password, Consumer<String> answer) throws IOException {
        var running = whereabouts.running();
        if (running.isPresent()) {
            running.get()
                    .carryOut(order, password, ControlSocket.Document.NONE, answer, OutputStream.nullOutputStream());
        } else {
            var settings = whereabouts.settings();
            inDatabase(settings, database -> {
                registrar(database, settings).carryOut(order, password, answer);
                return true;
            });
        }
    }

    private static Registrar registrar(Database database, Settings settings) {
        var accounts = database.accounts();
        return new Registrar(accounts, settings, Clock.systemUTC(), accounts::remove, Orders::nobodyIsHere);
    }

    /** In one transaction, while no server can start. */
    static <T> T inDatabase(Settings settings, Function<Database, T> work) throws IOException {
        var data = OwnersFiles.folder(settings.data());
        var where = settings.database();
        try (var claim = DataLock.claim(data);
                var database = Database.open(where.url(), where.user(), where.password())) {
            assert claim.channel().isOpen();
            return database.transaction(() -> work.apply(database));
        }
    }

    /** Without a server, no account has a session to end. */
    @SuppressWarnings("unused")
    private static void nobodyIsHere(Jid account, StreamException reason) {}
}
