package im.myna.store.portable;

import static im.myna.store.portable.Pie.HOST;
import static im.myna.store.portable.Pie.SERVER_DATA;
import static im.myna.store.portable.Pie.USER;

import im.myna.jid.Jid;
import im.myna.specification.Implements;
import im.myna.stanza.Stanza;
import im.myna.stanza.StanzaException;
import im.myna.vcard.Format;
import im.myna.vcard.VCard;
import im.myna.xml.Name;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Reads users out of a file. */
@Implements(
        spec = "XEP-0227",
        version = "1.1",
        note =
                "accounts, SCRAM credentials, rosters, requests to subscribe, vCards, offline messages; by ./myna export and import")
public final class PortableReader {
    private final Sources sources;
    private final StanzaReader stanzas;
    private final Arrivals arrivals;
    private final Bindings<BoundCredentials> credentials = new Bindings<>(BoundCredentials.class);
    private final Bindings<BoundItem> items = new Bindings<>(BoundItem.class);
    private final Map<String, Long> leftOut = new HashMap<>();
    private final Set<String> mechanisms = new HashSet<>();
    private long users;

    /** Something that stands within something else: read to its end. */
    private interface Child {
        void read(Name name) throws XMLStreamException, JAXBException;
    }

    private PortableReader(Sources sources, Arrivals arrivals) {
        this.sources = sources;
        this.arrivals = arrivals;
        stanzas = new StanzaReader(sources);
    }

    /**
     * A file, and those that it includes.
     *
     * @throws PortableException when it is wrong, or is not taken in
     */
    public static Tally read(Path file, Arrivals arrivals) throws IOException {
        try (var sources = Sources.of(file)) {
            return new PortableReader(sources, arrivals).read();
        } catch (NoSuchFileException e) {
            throw new PortableException("there is no file " + file);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /**
     * All to the end of the document.
     *
     * @throws PortableException when it is wrong, or is not taken in
     */
    public static Tally read(InputStream in, Arrivals arrivals) throws IOException {
        try (var sources = Sources.of(in)) {
            return new PortableReader(sources, arrivals).read();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private Tally read() {
        try {
            sources.fresh();
            document();
            return new Tally(users, leftOut);
        } catch (XMLStreamException e) {
            throw sources.refusal(e);
        } catch (JAXBException e) {
            throw sources.refusal(
                    e.getLinkedException() instanceof XMLStreamException cause ? cause.getMessage() : e.toString());
        } catch (IllegalArgumentException | StanzaException e) {
            throw sources.refusal(e.getMessage());
        }
    }

    private void document() throws XMLStreamException, JAXBException {
        if (sources.next() != XMLStreamConstants.START_ELEMENT
                || !sources.name().equals(SERVER_DATA)) {
            throw new IllegalArgumentException("this is no <server-data xmlns='" + Pie.NS + "'/>");
        }
        children(true, name -> {
            if (name.equals(HOST)) {
                host();
            } else {
                leaveOut(name);
            }
        });
        while (sources.next() != XMLStreamConstants.END_DOCUMENT) {
            sources.fresh();
        }
    }

    private void host() throws XMLStreamException, JAXBException {
        var domain = Jid.of(required("jid", "a host"));
        if (!domain.isDomain()) {
            throw new IllegalArgumentException("'" + domain + "' is no host");
        }
        children(true, name -> {
            if (name.equals(USER)) {
                user(domain.domain());
            } else {
                leaveOut(name);
            }
        });
    }

    private void user(String host) throws XMLStreamException, JAXBException {
        var jid = Jid.of(required("name", "a user"), host, "");
        mechanisms.clear();
        arrivals.begin(jid, sources.attribute("password"));
        children(true, name -> piece(jid, name));
        arrivals.end();
        users++;
    }

    private String required(String attribute, String whose) {
        var value = sources.attribute(attribute);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(whose + " has no '" + attribute + "'");
        }
        return value;
    }

    private void piece(Jid user, Name name) throws XMLStreamException, JAXBException {
        if (name.equals(Format.TEMP.root()) || name.equals(Format.FOUR.root())) {
            card();
            return;
        }
        switch (name.namespace() + ' ' + name.local()) {
            case Pie.SCRAM + " scram-credentials" -> verifier();
            case Pie.ROSTER + " query" -> children(false, this::item);
            case Pie.NS + " offline-messages" -> children(false, child -> letter(user, child));
            case Stanza.NS + " presence" -> request(user);
            case Pie.OURS + " account" -> {
                arrivals.standing(Standings.read(sources));
                skip();
            }
            default -> leaveOut(name);
        }
    }

    /** Other servers took in what is no card, so it is no reason to take in nothing of their files. */
    private void card() throws XMLStreamException {
        var element = stanzas.element();
        try {
            arrivals.card(VCard.of(element));
        } catch (StanzaException e) {
            note("a vCard: " + e.getMessage());
        }
    }

    private void verifier() throws JAXBException {
        var read = credentials.read(sources.reader());
        sources.moved();
        if (!mechanisms.add(read.mechanism())) {
            throw new IllegalArgumentException("there are two scram-credentials for '" + read.mechanism() + "'");
        }
        if (read.known()) {
            arrivals.verifier(read.verifier());
        } else {
            note("scram-credentials for '" + read.mechanism() + "'");
        }
    }

    private void item(Name name) throws XMLStreamException, JAXBException {
        if (!name.equals(new Name(Pie.ROSTER, "item"))) {
            leaveOut(name);
            return;
        }
        var read = items.read(sources.reader());
        sources.moved();
        arrivals.item(read.item());
    }

    private void letter(Jid user, Name name) throws XMLStreamException {
        if (name.equals(new Name(Stanza.NS, "message"))) {
            arrivals.letter(stanzas.letter(user));
        } else {
            leaveOut(name);
        }
    }

    private void request(Jid user) throws XMLStreamException {
        if (sources.attribute("type").equals("subscribe")) {
            arrivals.request(stanzas.request(user));
        } else {
            leaveOut(sources.name());
        }
    }

    /** Each child of the element that just began, to the end of that. */
    private void children(boolean includes, Child child) throws XMLStreamException, JAXBException {
        for (int event = sources.next(); event != XMLStreamConstants.END_ELEMENT; event = sources.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            sources.fresh();
            if (includes && sources.name().equals(new Name(Pie.INCLUDE, "include"))) {
                sources.include();
                sources.fresh();
            } else {
                child.read(sources.name());
            }
        }
    }

    /** XEP-0227, 3: what is not understood is ignored, and the operator is told. */
    private void leaveOut(Name name) throws XMLStreamException {
        note("{" + name.namespace() + "}" + name.local());
        skip();
    }

    private void note(String what) {
        boolean known = leftOut.containsKey(what) || leftOut.size() < Tally.KINDS;
        leftOut.merge(known ? what : "others", 1L, Long::sum);
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = sources.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
