package im.myna.feature.xep0050_commands;

import im.myna.administration.Actor;
import im.myna.administration.visit.Visit;
import im.myna.command.Caller;
import im.myna.command.Command;
import im.myna.command.Commands;
import im.myna.discovery.Nodes;
import im.myna.form.Form;
import im.myna.jid.Jid;
import im.myna.session.Session;
import im.myna.session.Sessions;
import im.myna.stanza.Condition;
import im.myna.stanza.StanzaException;
import im.myna.store.account.AccountStore;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands that there are, and who may see them. Two of one name stop the start. */
@ApplicationScoped
public class Catalog implements Nodes {
    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final String ITEMS = "http://jabber.org/protocol/disco#items";

    @Inject
    @Any
    private Instance<Commands> features;

    @Inject
    private AccountStore accounts;

    @Inject
    private Sessions sessions;

    // Written at the start, before the first stanza; read only afterwards.
    private final Map<String, Command> commands = new LinkedHashMap<>();

    void read(@Observes Startup event) {
        var all = new ArrayList<Command>();
        features.forEach(feature -> all.addAll(feature.commands()));
        all.sort((one, other) -> one.title().compareTo(other.title()));
        for (var command : all) {
            if (commands.putIfAbsent(command.node(), command) != null) {
                throw new IllegalStateException("two commands are called " + command.node());
            }
        }
    }

    /**
     * The command of that name, for one who may call it. Blocks.
     *
     * @throws StanzaException item-not-found or forbidden (XEP-0050, 4.4)
     */
    Command find(String node, Caller caller) {
        var command = commands.get(node);
        if (command == null) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND, "there is no such command");
        }
        if (!command.permitted().test(caller)) {
            throw new StanzaException(Condition.FORBIDDEN);
        }
        return command;
    }

    /** With the role that he has now. Blocks. */
    Caller caller(Session session, String domain) {
        var account = accounts.find(session.jid().bare()).orElseThrow(() -> new StanzaException(Condition.FORBIDDEN));
        return new Caller(new Actor(account.jid(), account.role(), true, Visit.ip(session)), domain);
    }

    private Caller caller(Jid asker, String domain) {
        // Commands are for clients of this server.
        return caller(sessions.find(asker).orElseThrow(() -> new StanzaException(Condition.FORBIDDEN)), domain);
    }

    @Override
    public boolean has(String node) {
        return node.equals(AdHoc.NS) || commands.containsKey(node);
    }

    /** XEP-0050, 2.2. */
    @Override
    public List<Element> info(String node, String domain, Jid asker) {
        if (node.equals(AdHoc.NS)) {
            return List.of(identity("command-list", "Commands"), feature(INFO), feature(ITEMS));
        }
        var command = find(node, caller(asker, domain));
        return List.of(identity("command-node", command.title()), feature(AdHoc.NS), feature(Form.NS));
    }

    /** Those that the asker may call. */
    @Override
    public List<Element> items(String node, String domain, Jid asker) {
        if (!node.equals(AdHoc.NS)) {
            return List.of();
        }
        var caller = caller(asker, domain);
        return commands.values().stream()
                .filter(command -> command.permitted().test(caller))
                .map(command -> Element.of(ITEMS, "item")
                        .with("jid", domain)
                        .with("node", command.node())
                        .with("name", command.title()))
                .toList();
    }

    private static Element identity(String type, String name) {
        return Element.of(INFO, "identity")
                .with("category", "automation")
                .with("type", type)
                .with("name", name);
    }

    private static Element feature(String name) {
        return Element.of(INFO, "feature").with("var", name);
    }
}
