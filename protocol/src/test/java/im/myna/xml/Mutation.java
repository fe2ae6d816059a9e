package im.myna.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A small change to a text: some bytes at a place are replaced by others, often by such as mean something in XML. */
public record Mutation(double place, int removed, byte[] added) {
    private static final List<String> MEANINGFUL = List.of(
            "<",
            ">",
            "/",
            "=",
            "'",
            "\"",
            "&",
            ";",
            ":",
            " ",
            "\n",
            "\r\n",
            "\t",
            "]]>",
            "&amp;",
            "&#x41;",
            "&#0;",
            "&x;",
            "/>",
            "</",
            "a",
            "1",
            "-",
            ".",
            "xmlns",
            "xmlns:",
            " xmlns:a='b'",
            " xmlns=''",
            " xmlns:a=''",
            " a:c='d'",
            " xml:lang='e'",
            "<a:x/>",
            "<x>",
            "</x>",
            "<![CDATA[",
            "<![CDATA[x]]>",
            "jabber:client",
            " xmlns='jabber:client'",
            "ä",
            "漢",
            "\u00D7",
            "\u0301",
            "\uFFFE",
            "\u0001",
            "\u007F",
            "\u0085",
            "<!",
            "<!-- -->",
            "<?x?>",
            "<!DOCTYPE x>");

    public static Arbitrary<List<Mutation>> some() {
        var meaningful = Arbitraries.of(MEANINGFUL).map(text -> text.getBytes(UTF_8));
        var any = Arbitraries.bytes().array(byte[].class).ofMaxSize(2);
        var added = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, meaningful),
                net.jqwik.api.Tuple.of(1, any),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(new byte[0])));
        return Combinators.combine(Arbitraries.doubles().between(0, 1), Arbitraries.of(0, 0, 0, 1, 1, 2, 5, 12), added)
                .as(Mutation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    public static byte[] apply(byte[] text, List<Mutation> mutations) {
        byte[] result = text;
        for (var mutation : mutations) {
            result = mutation.apply(result);
        }
        return result;
    }

    private byte[] apply(byte[] text) {
        int at = (int) (place * text.length);
        int behind = Math.min(text.length, at + removed);
        var result = new ByteArrayOutputStream();
        result.write(text, 0, at);
        result.writeBytes(added);
        result.write(text, behind, text.length - behind);
        return result.toByteArray();
    }
}
