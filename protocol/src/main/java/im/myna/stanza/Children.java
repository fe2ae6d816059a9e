package im.myna.stanza;

import im.myna.xml.Element;
import im.myna.xml.Name;
import im.myna.xml.Tag;
import im.myna.xml.XmlScanner;
import im.myna.xml.XmlScanner.Event;
import im.myna.xml.XmlWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the children of one stanza while a scanner reads them. A child that leans on a declaration outside itself is written
 * anew, for it would mean something else, or nothing, in another stream. Bounded by the scanner's limits.
 */
public final class Children {
    private final XmlScanner scanner;
    private final String content;
    private final int level;

    private Name[] names = new Name[4];
    private int[] starts = new int[4];
    private int[] ends = new int[4];
    private byte[][] rewritten = {};
    private int count;
    private int length;

    private boolean leaning;
    /** Down to this depth all ancestors and the element itself are in the content namespace. */
    private int inContent;

    /** @param scanner one that stands within the stanza, in front of the first child */
    public Children(XmlScanner scanner, String content) {
        this.scanner = scanner;
        this.content = content;
        level = scanner.depth() + 1;
    }

    /** Takes note of what the scanner found. Character data between the children has no meaning and is left out. */
    public void accept(Event event) {
        if (event == Event.START) {
            started(scanner.tag());
        } else if (event == Event.END) {
            inContent = Math.min(inContent, scanner.depth());
            if (scanner.depth() == level - 1) {
                ended();
            }
        }
    }

    private void started(Tag tag) {
        boolean inherits = !tag.prefixed() && tag.declared() < level;
        boolean ours = isContent(tag.namespace());
        if (scanner.depth() == level) {
            begin(ours ? new Name(Stanza.NS, tag.name().local()) : tag.name());
        }
        leaning |= tag.reach() < level || (inherits && !ours);
        if (ours && inContent == scanner.depth() - 1) {
            inContent++;
            leaning |= !inherits;
        }
    }

    private boolean isContent(String namespace) {
        return namespace.equals(content) || namespace.equals(Stanza.NS);
    }

    private void begin(Name name) {
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        names[count] = name;
        starts[count] = scanner.start();
        leaning = false;
        inContent = level - 1;
    }

    private void ended() {
        ends[count] = scanner.end();
        if (leaning) {
            var out = new XmlWriter(ends[count] - starts[count] + 64)
                    .atMost(scanner.limits().bytes() - length);
            out.element(renamed(scanner.element(starts[count], ends[count])), Payload.CONTEXT);
            rewritten = Arrays.copyOf(rewritten, names.length);
            rewritten[count] = out.toByteArray();
            length += rewritten[count].length;
        } else {
            length += ends[count] - starts[count];
        }
        count++;
    }

    private Element renamed(Element element) {
        return isContent(element.name().namespace())
                ? element.renamed(new Name(Stanza.NS, element.name().local()), this::renamed)
                : element;
    }

    /** What has been collected; the scanner must still keep it. */
    public Payload payload() {
        if (count == 0) {
            return Payload.EMPTY;
        }
        var bytes = new byte[length];
        var places = new int[count];
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (i < rewritten.length && rewritten[i] != null) {
                System.arraycopy(rewritten[i], 0, bytes, at, rewritten[i].length);
                at += rewritten[i].length;
            } else {
                scanner.copy(starts[i], ends[i], bytes, at);
                at += ends[i] - starts[i];
            }
            places[i] = at;
        }
        return new Payload(bytes, List.of(Arrays.copyOf(names, count)), places);
    }
}
