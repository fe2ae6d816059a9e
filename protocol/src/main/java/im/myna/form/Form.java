package im.myna.form;

import im.myna.stanza.Condition;
import im.myna.stanza.StanzaException;
import im.myna.xml.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked, or what is told (XEP-0004, 3.1).
 *
 * @param kind "form" or "result"
 * @param scope the FORM_TYPE, by which fields have a meaning (XEP-0068)
 */
public record Form(String kind, String scope, String title, String instructions, List<Field> fields) {
    /** The namespace of data forms. */
    public static final String NS = "jabber:x:data";

    private static final String FORM_TYPE = "FORM_TYPE";

    public Form {
        fields = List.copyOf(fields);
    }

    /** One to be filled in. */
    public static Form asking(String scope, String title, String instructions, Field... fields) {
        return new Form("form", scope, title, instructions, Arrays.asList(fields));
    }

    /** One that tells something. */
    public static Form telling(String scope, Field... fields) {
        return new Form("result", scope, "", "", Arrays.asList(fields));
    }

    public Element element() {
        var children = new ArrayList<Element>();
        if (!title.isEmpty()) {
            children.add(Element.of(NS, "title").text(title));
        }
        if (!instructions.isEmpty()) {
            children.add(Element.of(NS, "instructions").text(instructions));
        }
        // XEP-0068, 3: the type is hidden.
        children.add(Field.of(FORM_TYPE, FieldType.HIDDEN, "").text(scope).element());
        fields.forEach(field -> children.add(field.element()));
        return Element.of(NS, "x").with("type", kind).with(children);
    }

    /**
     * What was answered. Fields that were not asked for are passed over; those that are not there count as empty.
     *
     * @param submitted an element of name "x" in {@link #NS}, of whatever type (XEP-0050, 3.6.1)
     * @throws StanzaException bad-request when that is no answer to this form; the text says why
     */
    public Answers read(Element submitted) {
        var given = new LinkedHashMap<String, List<String>>();
        for (var field : submitted.children("field")) {
            given.put(
                    field.attribute("var").orElse(""),
                    field.children("value").stream().map(Element::text).toList());
        }
        // XEP-0068, 3.2: without a FORM_TYPE the form is that which was asked.
        if (!given.getOrDefault(FORM_TYPE, List.of(scope)).equals(List.of(scope))) {
            throw new StanzaException(Condition.BAD_REQUEST, "this form was not asked for");
        }
        var values = new LinkedHashMap<String, List<String>>();
        for (var field : fields) {
            values.put(field.var(), field.read(given.getOrDefault(field.var(), List.of())));
        }
        return new Answers(Map.copyOf(values));
    }
}
