package im.myna.form;

import im.myna.jid.Jid;
import im.myna.jid.MalformedJidException;
import im.myna.stanza.Condition;
import im.myna.stanza.StanzaException;
import im.myna.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One question of a form, or one value of a result (XEP-0004, 3.2).
 *
 * @param label for people, empty for none
 * @param values what stands in it already; of several lines each is one value
 */
public record Field(
        String var, FieldType type, String label, boolean required, List<String> values, List<Option> options) {
    private static final Set<String> BOOLEANS = Set.of("0", "1", "false", "true");

    /** One of those that can be chosen. */
    public record Option(String value, String label) {}

    public Field {
        values = List.copyOf(values);
        options = List.copyOf(options);
    }

    /** One that is empty and may stay so. */
    public static Field of(String var, FieldType type, String label) {
        return new Field(var, type, label, false, List.of(), List.of());
    }

    public Field mandatory() {
        return new Field(var, type, label, true, values, options);
    }

    public Field values(List<String> others) {
        return new Field(var, type, label, required, others, options);
    }

    /** A text of several lines is several values. */
    public Field text(String text) {
        return values(text.lines().toList());
    }

    public Field option(String value, String explanation) {
        var more = new ArrayList<>(options);
        more.add(new Option(value, explanation));
        return new Field(var, type, label, required, values, more);
    }

    Element element() {
        var element = Element.of(Form.NS, "field").with("var", var).with("type", type.word());
        if (!label.isEmpty()) {
            element = element.with("label", label);
        }
        if (required) {
            element = element.with(Element.of(Form.NS, "required"));
        }
        for (var value : values) {
            element = element.with(value(value));
        }
        for (var option : options) {
            element = element.with(
                    Element.of(Form.NS, "option").with("label", option.label()).with(value(option.value())));
        }
        return element;
    }

    private static Element value(String text) {
        return Element.of(Form.NS, "value").text(text);
    }

    /**
     * What was answered, without what means nothing.
     *
     * @throws StanzaException bad-request when it cannot be the answer
     */
    List<String> read(List<String> given) {
        var said = type == FieldType.TEXT_MULTI || type == FieldType.TEXT_PRIVATE
                ? given
                : given.stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
        if (required && said.stream().allMatch(String::isBlank)) {
            throw wrong("is missing");
        }
        if (said.size() > 1 && !type.takesMany()) {
            throw wrong("has one value only");
        }
        return said.stream().map(this::checked).toList();
    }

    private String checked(String value) {
        return switch (type) {
            case BOOLEAN -> chosen(value, BOOLEANS.contains(value));
            case JID_SINGLE, JID_MULTI -> address(value);
            case LIST_SINGLE, LIST_MULTI ->
                chosen(value, options.stream().anyMatch(option -> option.value().equals(value)));
            case FIXED, HIDDEN, TEXT_MULTI, TEXT_PRIVATE, TEXT_SINGLE -> value;
        };
    }

    private String chosen(String value, boolean possible) {
        if (!possible) {
            throw wrong("has a value that cannot be chosen");
        }
        return value;
    }

    private String address(String value) {
        try {
            return Jid.of(value).toString();
        } catch (MalformedJidException e) {
            throw wrong("has no address, " + e.getMessage());
        }
    }

    private StanzaException wrong(String how) {
        return new StanzaException(Condition.BAD_REQUEST, "'" + var + "' " + how);
    }
}
