package im.myna.xml;

import im.myna.xml.XmlWriter.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes elements in one form: the default namespace changes where it must, and only attributes have prefixes made up for them. */
final class ElementWriter {
    private final XmlWriter out;

    ElementWriter(XmlWriter out) {
        this.out = out;
    }

    void write(Element element, Context context, boolean declare) {
        String namespace = element.name().namespace();
        boolean inherited = namespace.equals(context.namespace());
        boolean prefixed = !inherited && !namespace.isEmpty() && namespace.equals(context.prefixed());
        boolean xml = namespace.equals(Name.XML);
        String prefix = xml ? "xml" : prefixed ? context.prefix() : "";
        out.raw("<").tag(prefix, element.name().local());
        if (declare) {
            out.attribute("xmlns:" + context.prefix(), context.prefixed());
        }
        boolean changed = !inherited && prefix.isEmpty();
        if (changed) {
            out.attribute("xmlns", namespace);
        }
        attributes(element.attributes());
        if (element.content().isEmpty()) {
            out.raw("/>");
        } else {
            out.raw(">");
            content(element, changed ? context.namespace(namespace) : context);
            out.raw("</").tag(prefix, element.name().local()).raw(">");
        }
    }

    private void content(Element element, Context context) {
        for (var node : element.content()) {
            if (node instanceof Element child) {
                write(child, context, false);
            } else {
                out.text((String) node);
            }
        }
    }

    private void attributes(Map<Name, String> attributes) {
        var prefixes = new LinkedHashMap<String, String>();
        attributes.forEach((name, value) -> {
            String namespace = name.namespace();
            if (namespace.isEmpty()) {
                out.attribute(name.local(), value);
            } else if (namespace.equals(Name.XML)) {
                out.attribute("xml:" + name.local(), value);
            } else {
                int known = prefixes.size();
                String prefix = prefixes.computeIfAbsent(namespace, any -> "ns" + known);
                if (prefixes.size() > known) {
                    out.attribute("xmlns:" + prefix, namespace);
                }
                out.attribute(prefix + ":" + name.local(), value);
            }
        });
    }
}
