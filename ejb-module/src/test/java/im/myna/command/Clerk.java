package im.myna.command;

import im.myna.conversation.Actor;
import im.myna.conversation.Stage;
import im.myna.xml.Element;
import java.util.List;

/** Somebody who has commands carried out, by filling in forms. */
public final class Clerk {
    public static final String NS = "http://jabber.org/protocol/commands";
    public static final String FORMS = "jabber:x:data";
    private static final String ADMIN = "http://jabber.org/protocol/admin#";

    private final Actor actor;
    private String node = "";
    private String id = "";
    private int requests;

    public Clerk(Actor actor) {
        this.actor = actor;
    }

    /** A field that is filled in. */
    public static String field(String var, String... values) {
        return "<field var='" + var + "'><value>" + String.join("</value><value>", values) + "</value></field>";
    }

    /** The name of a command of XEP-0133. */
    public static String admin(String name) {
        return ADMIN + name;
    }

    /** Calls a command. @return the command as it came back */
    public Element calls(String command) {
        return command(asks(command, ""));
    }

    /** Calls a command of XEP-0133 that asks for one form, and fills that in. */
    public Element does(String command, String... fields) {
        calls(admin(command));
        return submits("complete", fields);
    }

    /** Goes on with what was called last. */
    public Element submits(String action, String... fields) {
        return command(asks(node, action, fields));
    }

    /** The same, and what is wrong with it: "modify bad-request bad-payload". */
    public String fails(String action, String... fields) {
        return fault(asks(node, action, fields));
    }

    /** The same for a call. */
    public String isRefused(String command) {
        id = "";
        return fault(asks(command, ""));
    }

    /** Whatever is in the attributes of the command. */
    public String isRefusedWith(String attributes) {
        return fault(sends("<command xmlns='" + NS + "' " + attributes + "/>"));
    }

    /** With that identity from now on. */
    public void pretends(String other) {
        id = other;
    }

    public String id() {
        return id;
    }

    /** The values of a field in a form. */
    public static List<String> values(Element command, String var) {
        return command.child(FORMS, "x").orElseThrow().children("field").stream()
                .filter(field -> field.attribute("var").orElse("").equals(var))
                .flatMap(field -> field.children("value").stream())
                .map(Element::text)
                .toList();
    }

    /** What a command says to people. */
    public static List<String> notes(Element command) {
        return command.children("note").stream()
                .map(note -> note.attribute("type").orElse("") + ": " + note.text())
                .toList();
    }

    private Element asks(String command, String action, String... fields) {
        if (action.isEmpty()) {
            id = "";
        }
        node = command;
        return sends("<command xmlns='" + NS + "' node='" + command + "'"
                + (id.isEmpty() ? "" : " sessionid='" + id + "'")
                + (action.isEmpty() ? "" : " action='" + action + "'") + "><x xmlns='" + FORMS + "' type='submit'>"
                + String.join("", fields) + "</x></command>");
    }

    private Element sends(String command) {
        var request = "command-" + ++requests;
        actor.sends("<iq type='set' id='" + request + "' to='" + Stage.DOMAIN + "'>" + command + "</iq>");
        var answer = actor.next();
        if (!answer.attribute("id").orElse("").equals(request)) {
            throw new AssertionError("another came: " + answer.xml());
        }
        return answer;
    }

    private Element command(Element answer) {
        var command = answer.child(NS, "command").orElseThrow(() -> new AssertionError(answer.xml()));
        id = command.attribute("sessionid").orElseThrow();
        return command;
    }

    private static String fault(Element answer) {
        var error = answer.child("error").orElseThrow(() -> new AssertionError(answer.xml()));
        var words = new StringBuilder(error.attribute("type").orElseThrow());
        error.children().stream()
                .map(child -> child.name().local())
                .filter(name -> !name.equals("text"))
                .forEach(name -> words.append(' ').append(name));
        return words.toString();
    }
}
