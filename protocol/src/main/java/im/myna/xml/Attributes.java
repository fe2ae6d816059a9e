package im.myna.xml;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The attributes of one tag, as places in the bytes; reused for the next tag. Bounded by the limit that each reading is given. */
final class Attributes {
    /** Start, local part and end of the name; start and end of the value; hash of the local part; declaration of the prefix. */
    private static final int WIDTH = 7;

    private byte[] bytes = {};
    private int[] places = new int[8 * WIDTH];
    private int count;

    /** Reads what stands between the name and the end of a tag. */
    void read(byte[] input, int from, int to, int most) {
        bytes = input;
        count = 0;
        int index = from;
        while (index < to) {
            int next = Characters.skipSpace(bytes, index, to);
            if (next == to) {
                return;
            }
            if (next == index) {
                throw XmlException.notWellFormed("white space is missing in a tag");
            }
            if (count == most) {
                throw new XmlException(XmlException.Fault.LIMIT, "more attributes than allowed");
            }
            index = attribute(next, to);
        }
    }

    private int attribute(int from, int to) {
        int local = Characters.local(bytes, from, to);
        int end = Characters.name(bytes, local, to);
        int equals = Characters.skipSpace(bytes, end, to);
        int quote = equals < to && bytes[equals] == '=' ? Characters.skipSpace(bytes, equals + 1, to) : to;
        if (quote == to || (bytes[quote] != '"' && bytes[quote] != '\'')) {
            throw XmlException.notWellFormed("an attribute without value");
        }
        int close = quote + 1;
        while (close < to && bytes[close] != bytes[quote]) {
            close++;
        }
        if (close == to) {
            throw XmlException.notWellFormed("a value without end");
        }
        Characters.checkValue(bytes, quote + 1, close);
        int at = grow();
        places[at] = from;
        places[at + 1] = local;
        places[at + 2] = end;
        places[at + 3] = quote + 1;
        places[at + 4] = close;
        places[at + 5] = hash(local, end);
        places[at + 6] = -1;
        return close + 1;
    }

    private int grow() {
        int at = count++ * WIDTH;
        if (at == places.length) {
            places = Arrays.copyOf(places, at * 2);
        }
        return at;
    }

    private int hash(int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }

    private boolean prefixed(int number) {
        return places[number * WIDTH] < places[number * WIDTH + 1];
    }

    /** True for "xmlns" and "xmlns:...". */
    private boolean declares(int number) {
        int at = number * WIDTH;
        return References.is(bytes, places[at], prefixed(number) ? places[at + 1] - 1 : places[at + 2], "xmlns");
    }

    /** Puts the declarations among these attributes in force. */
    void declare(Scopes scopes) {
        for (int i = 0; i < count; i++) {
            if (declares(i)) {
                int at = i * WIDTH;
                scopes.declare(bytes, prefixed(i) ? places[at + 1] : places[at + 2], places[at + 2], value(i));
            }
        }
    }

    /** Finds what the prefixes mean; returns the depth of the outermost declaration among them. */
    int resolve(Scopes scopes) {
        int reach = Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            int at = i * WIDTH;
            if (prefixed(i) && !declares(i)) {
                places[at + 6] = scopes.prefix(bytes, places[at], places[at + 1] - 1);
                reach = Math.min(reach, scopes.reach(places[at + 6]));
            }
            for (int j = 0; j < i; j++) {
                if (places[at + 5] == places[j * WIDTH + 5] && same(i, j, scopes)) {
                    throw XmlException.notWellFormed("an attribute twice");
                }
            }
        }
        return reach;
    }

    private boolean same(int one, int two, Scopes scopes) {
        int a = one * WIDTH;
        int b = two * WIDTH;
        return Arrays.equals(bytes, places[a + 1], places[a + 2], bytes, places[b + 1], places[b + 2])
                && declares(one) == declares(two)
                && namespace(one, scopes).equals(namespace(two, scopes));
    }

    private String namespace(int number, Scopes scopes) {
        return prefixed(number) && !declares(number) ? scopes.namespace(places[number * WIDTH + 6]) : "";
    }

    private Name name(int number, Scopes scopes) {
        int at = number * WIDTH;
        return new Name(namespace(number, scopes), References.text(bytes, places[at + 1], places[at + 2]));
    }

    /** All but the declarations. */
    Map<Name, String> map(Scopes scopes) {
        var map = new LinkedHashMap<Name, String>();
        for (int i = 0; i < count; i++) {
            if (!declares(i)) {
                map.put(name(i, scopes), value(i));
            }
        }
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(map);
    }

    /** The names as written, in order, a blank between them. */
    String names() {
        var names = new StringJoiner(" ");
        for (int i = 0; i < count; i++) {
            names.add(References.text(bytes, places[i * WIDTH], places[i * WIDTH + 2]));
        }
        return names.toString();
    }

    String value(int number) {
        return References.value(bytes, places[number * WIDTH + 3], places[number * WIDTH + 4]);
    }

    /** The number of the attribute with that prefix (empty for none) and local part, both ASCII; -1 when absent. */
    int find(String prefix, String local) {
        for (int i = 0; i < count; i++) {
            int at = i * WIDTH;
            if (References.is(bytes, places[at + 1], places[at + 2], local)
                    && References.is(bytes, places[at], Math.max(places[at], places[at + 1] - 1), prefix)) {
                return i;
            }
        }
        return -1;
    }
}
