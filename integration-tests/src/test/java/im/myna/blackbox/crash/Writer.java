package im.myna.blackbox.crash;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.Node;
import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Somebody who changes contacts and writes to a friend who is away, and remembers what the server answered. */
final class Writer {
    static final String PASSWORD = "secret";

    private static final int STEPS = 50;

    private final String name;
    private final Random random;
    private Map<String, String> contacts = Map.of();
    private Ledger ledger;
    private int lettersAnswered;
    private int round;

    Writer(String name, Random random) {
        this.name = name;
        this.random = random;
    }

    /** Makes both accounts. */
    void register(Target server) {
        for (var username : List.of(name, friend())) {
            try (var client = RawClient.connect(server)) {
                client.register(username, PASSWORD);
            }
        }
    }

    /**
     * Asks for a hundred things at once and takes the answers, until the connection is gone.
     *
     * @param enough is run once, when so many answers came
     */
    void write(Target server, int answers, Runnable enough) {
        round++;
        ledger = new Ledger(contacts, STEPS, random);
        lettersAnswered = 0;
        try (var client = RawClient.login(server, name, PASSWORD, "crash")) {
            client.send(requests(server));
            int came = 0;
            for (var answer = client.tryReceive(); answer.isPresent(); answer = client.tryReceive()) {
                take(answer.get());
                if (++came == answers) {
                    enough.run();
                }
            }
        }
    }

    // The answer to a ping acknowledges the message before it: one stream is served in order (RFC 6120, 10.1).
    private String requests(Target server) {
        var text = new StringBuilder();
        for (int step = 0; step < STEPS; step++) {
            var change = ledger.changes().get(step);
            var item = change.name().isEmpty() ? "subscription='remove'" : "name='" + change.name() + "'";
            text.append("<iq type='set' id='change-%d'><query xmlns='jabber:iq:roster'><item jid='%s' %s/></query></iq>"
                    .formatted(step, change.contact(), item));
            text.append("<message type='chat' to='%s'><body>%s</body></message>"
                    .formatted(server.jid(friend()), letter(step)));
            text.append("<iq type='get' id='letter-%d' to='%s'><ping xmlns='urn:xmpp:ping'/></iq>"
                    .formatted(step, server.domain()));
        }
        return text.toString();
    }

    private void take(Node answer) {
        assertThat(answer.attribute("type")).as(answer.toString()).isEqualTo("result");
        var id = answer.attribute("id").split("-", 2);
        int step = Integer.parseInt(id[1]);
        if (id[0].equals("change")) {
            ledger.answer(step);
        } else {
            lettersAnswered = step + 1;
        }
    }

    /** Demands that everything answered is there, in order and once. @return what was found, for people */
    String verify(Target server) {
        try (var client = RawClient.login(server, name, PASSWORD, "verify")) {
            contacts = contacts(client);
            client.leave();
        }
        assertThat(ledger.possible())
                .as("contacts of %s, %d changes answered", name, ledger.answered())
                .contains(contacts);
        var letters = letters(server);
        assertThat(letters).as("letters of %s", name).hasSizeGreaterThanOrEqualTo(lettersAnswered);
        assertThat(letters)
                .isEqualTo(IntStream.range(0, letters.size())
                        .mapToObj(this::letter)
                        .toList());
        return "%s: %d of %d changes answered, %d letters answered, %d kept"
                .formatted(name, ledger.answered(), STEPS, lettersAnswered, letters.size());
    }

    private static Map<String, String> contacts(RawClient client) {
        var found = new TreeMap<String, String>();
        client.demand("get", "", "<query xmlns='jabber:iq:roster'/>")
                .child("query")
                .orElseThrow()
                .children()
                .forEach(item -> found.put(item.attribute("jid"), item.attribute("name")));
        return found;
    }

    private List<String> letters(Target server) {
        var letters = new ArrayList<String>();
        try (var client = RawClient.login(server, friend(), PASSWORD, "verify")) {
            client.send("<presence/>");
            client.send("<iq type='get' id='end' to='" + server.domain() + "'><ping xmlns='urn:xmpp:ping'/></iq>");
            for (var node = client.receive(); !node.attribute("id").equals("end"); node = client.receive()) {
                node.child("body").map(Node::text).ifPresent(letters::add);
            }
            client.leave();
        }
        return letters;
    }

    private String letter(int step) {
        return "round " + round + " letter " + step;
    }

    private String friend() {
        return "friend-of-" + name;
    }
}
