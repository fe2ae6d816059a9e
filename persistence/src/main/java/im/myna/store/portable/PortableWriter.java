package im.myna.store.portable;

import im.myna.jid.Jid;
import im.myna.sasl.ScramVerifier;
import im.myna.stanza.Head;
import im.myna.stanza.Presence;
import im.myna.stanza.Stanza;
import im.myna.store.offline.Letter;
import im.myna.store.roster.RosterItem;
import im.myna.vcard.Format;
import im.myna.vcard.VCard;
import im.myna.xml.Element;
import im.myna.xml.XmlWriter;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes users into a file, one after the other. Those of a host must come together. */
public final class PortableWriter implements Arrivals {
    private final OutputStream out;
    private final XmlWriter xml = new XmlWriter();
    private final Bindings<BoundCredentials> credentials = new Bindings<>(BoundCredentials.class);
    private final Bindings<BoundItem> items = new Bindings<>(BoundItem.class);

    private String host = "";
    /** The element of the user's that is open. */
    private Part part = Part.NONE;

    private enum Part {
        NONE("", ""),
        ROSTER("<query xmlns='" + Pie.ROSTER + "'>", "</query>\n"),
        LETTERS("<offline-messages>", "</offline-messages>\n");

        private final String start;
        private final String end;

        Part(String start, String end) {
            this.start = start;
            this.end = end;
        }
    }

    /** Begins the document. */
    public PortableWriter(OutputStream out) {
        this.out = out;
        write("<?xml version='1.0' encoding='UTF-8'?>\n<server-data xmlns='" + Pie.NS + "'>\n");
    }

    @Override
    public void begin(Jid user, String password) {
        if (!user.domain().equals(host)) {
            endHost();
            host = user.domain();
            flush(xml.raw("<host").attribute("jid", host).raw(">\n"));
        }
        xml.raw("<user").attribute("name", user.local());
        flush((password.isEmpty() ? xml : xml.attribute("password", password)).raw(">\n"));
    }

    @Override
    public void standing(Standing standing) {
        enter(Part.NONE);
        write(Standings.write(standing).xml() + "\n");
    }

    @Override
    public void verifier(ScramVerifier verifier) {
        enter(Part.NONE);
        try {
            credentials.write(new BoundCredentials(verifier), out);
        } catch (JAXBException e) {
            throw new IllegalStateException("credentials cannot be written", e);
        }
    }

    @Override
    public void item(RosterItem item) {
        enter(Part.ROSTER);
        try {
            items.write(new BoundItem(item), out);
        } catch (JAXBException e) {
            throw new IllegalStateException("an item of a roster cannot be written", e);
        }
    }

    @Override
    public void request(Presence request) {
        enter(Part.NONE);
        stanza(request);
    }

    /** XEP-0227, 3.7: others understand vcard-temp; here nothing shall be lost. */
    @Override
    public void card(VCard card) {
        enter(Part.NONE);
        write(card.as(Format.TEMP).xml() + "\n");
        if (card.format() == Format.FOUR) {
            write(card.as(Format.FOUR).xml() + "\n");
        }
    }

    @Override
    public void letter(Letter letter) {
        enter(Part.LETTERS);
        var delay = Element.of(Pie.DELAY, "delay")
                .with("from", letter.owner().domain())
                .with("stamp", letter.arrived().toString())
                .text("Offline Storage");
        stanza(letter.message().with(delay));
    }

    @Override
    public void end() {
        enter(Part.NONE);
        write("</user>\n");
    }

    private void stanza(Stanza stanza) {
        xml.raw("<").raw(stanza.name()).attribute("xmlns", Stanza.NS);
        head(stanza.head());
        xml.raw(">");
        stanza.payload().writeTo(xml);
        flush(xml.raw("</").raw(stanza.name()).raw(">\n"));
    }

    private void head(Head head) {
        attribute("from", head.from().toString());
        attribute("to", head.to().toString());
        attribute("id", head.id());
        attribute("type", head.type());
        attribute("xml:lang", head.lang());
    }

    private void attribute(String name, String value) {
        if (!value.isEmpty()) {
            xml.attribute(name, value);
        }
    }

    private void enter(Part next) {
        if (part != next) {
            write(part.end + next.start);
            part = next;
        }
    }

    private void endHost() {
        if (!host.isEmpty()) {
            write("</host>\n");
        }
    }

    private void flush(XmlWriter written) {
        try {
            out.write(written.array(), 0, written.length());
            xml.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the document: one that lacks this is not whole, and nobody will take it for it. What it is written to stays open. */
    public void finish() throws IOException {
        endHost();
        write("</server-data>\n");
        out.flush();
    }
}
