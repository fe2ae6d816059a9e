package im.myna.micro.contact;

import im.myna.micro.OwnersFiles;
import im.myna.store.portable.Inspection;
import im.myna.store.portable.PortableReader;
import im.myna.store.portable.PortableStore;
import im.myna.store.portable.PortableWriter;
import im.myna.store.portable.Tally;
import im.myna.store.portable.Terms;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Carries users out of a server and into it: through the control socket when it runs, else out of the database and into it. */
public record Portage(Whereabouts whereabouts, Terminal terminal) {
    private static final int BUFFER = 65_536;

    /** Writes the document. */
    public void export(OutputStream out) throws IOException {
        var running = whereabouts.running();
        if (running.isPresent()) {
            running.get().carryOut("export", "", ControlSocket.Document.NONE, terminal::remark, out);
            return;
        }
        var settings = whereabouts.settings();
        try {
            Orders.inDatabase(settings, database -> {
                try {
                    return database.portable().export(settings.domains(), out, new Progress(terminal, "exported"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Looks at the whole file before anything of it is taken in. */
    public PortableStore.Outcome admit(Path file, boolean skipExisting) throws IOException {
        var settings = whereabouts.settings();
        var terms = new Terms(settings.domains(), skipExisting, settings.login().iterations());
        var tally = PortableReader.read(file, new Inspection(terms, new Progress(terminal, "checked")));
        OwnersFiles.folder(settings.data());
        var running = whereabouts.running();
        if (running.isPresent()) {
            var answer = running.get().ask("import" + (skipExisting ? " skip-existing" : ""), out -> send(file, out));
            return outcome(tally, answer);
        }
        return Orders.inDatabase(
                settings, database -> database.portable().admit(file, terms, new Progress(terminal, "imported")));
    }

    /** As one document, whatever it includes. */
    private static void send(Path file, OutputStream out) throws IOException {
        var buffered = new BufferedOutputStream(out, BUFFER);
        var writer = new PortableWriter(buffered);
        PortableReader.read(file, writer);
        writer.finish();
    }

    private static PortableStore.Outcome outcome(Tally tally, List<String> answer) throws IOException {
        var numbers = String.join(" ", answer).split(" ", -1);
        if (numbers.length != 2) {
            throw new IOException("the server says what nobody understands");
        }
        return new PortableStore.Outcome(tally, Long.parseLong(numbers[1]));
    }
}
