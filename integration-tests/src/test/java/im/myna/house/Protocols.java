package im.myna.house;

import com.tngtech.archunit.core.domain.JavaClass;
import im.myna.specification.Implements;
import im.myna.specification.Shows;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PROTOCOLS.md and doap.xml, made from what the classes say of themselves. */
final class Protocols {
    private final List<Line> lines;

    /** One specification in one class. */
    record Line(String spec, String version, String note, String where, Set<String> shownBy) {}

    Protocols() {
        var shown = shown();
        lines = Project.classes().stream()
                .filter(type -> type.isAnnotatedWith(Implements.class) || type.isAnnotatedWith(Implements.All.class))
                .flatMap(type -> lines(type, shown))
                .sorted(Comparator.comparing(Line::spec).thenComparing(Line::where))
                .toList();
    }

    List<Line> lines() {
        return lines;
    }

    String markdown() {
        var rows = lines.stream()
                .map(line -> "| %s | %s | `%s` | %s | %s |%n"
                        .formatted(
                                line.spec(),
                                line.version(),
                                line.where(),
                                line.shownBy().stream()
                                        .map(test -> "`" + test + "`")
                                        .collect(Collectors.joining(", ")),
                                line.note()))
                .collect(Collectors.joining());
        return """
                # What Myna speaks

                Generated from the annotations `@Implements` of the code and `@Shows` of the tests (`./myna test` compares it,
                `./myna protocols` writes it). Each line names the test that shows it.

                | Specification | Version | Where | Shown by | Remark |
                |---|---|---|---|---|
                """ + rows;
    }

    String doap() {
        var xeps = lines.stream().filter(line -> line.spec().startsWith("XEP-")).toList();
        var rfcs = lines.stream()
                .map(Line::spec)
                .filter(spec -> spec.startsWith("RFC "))
                .distinct()
                .toList();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://usefulinc.com/ns/doap#"
                         xmlns:xmpp="https://linkmauve.fr/ns/xmpp-doap#">
                  <Project>
                    <name>Myna</name>
                    <shortdesc xml:lang="en">An XMPP server that lives inside a Jakarta EE application server</shortdesc>
                    <programming-language>Java</programming-language>
                    <license rdf:resource="https://www.apache.org/licenses/LICENSE-2.0"/>
                    <category rdf:resource="https://linkmauve.fr/ns/xmpp-doap#category-server"/>
                """
                + rfcs.stream().map(Protocols::rfc).collect(Collectors.joining())
                + xeps.stream().map(Protocols::xep).collect(Collectors.joining())
                + "  </Project>\n</rdf:RDF>\n";
    }

    private static String rfc(String spec) {
        return "    <implements rdf:resource=\"https://xmpp.org/rfcs/rfc%s.html\"/>%n"
                .formatted(spec.substring("RFC ".length()));
    }

    private static String xep(Line line) {
        return """
                    <implements>
                      <xmpp:SupportedXep>
                        <xmpp:xep rdf:resource="https://xmpp.org/extensions/%s.html"/>
                        <xmpp:status>%s</xmpp:status>
                        <xmpp:version>%s</xmpp:version>
                        <xmpp:note xml:lang="en">%s</xmpp:note>
                      </xmpp:SupportedXep>
                    </implements>
                """.formatted(
                        line.spec().toLowerCase(Locale.ROOT),
                        line.note().isEmpty() ? "complete" : "partial",
                        line.version(),
                        line.note());
    }

    private static Stream<Line> lines(JavaClass type, Map<String, Set<String>> shown) {
        return said(type)
                .map(said -> new Line(
                        said.spec(),
                        said.version(),
                        said.note(),
                        type.getName(),
                        shown.getOrDefault(said.spec(), new TreeSet<>())));
    }

    /** Read from the file: not every module's classes can be loaded here. */
    private static Stream<Implements> said(JavaClass type) {
        return Stream.concat(
                type.tryGetAnnotationOfType(Implements.class).stream(),
                type.tryGetAnnotationOfType(Implements.All.class).stream().flatMap(all -> Arrays.stream(all.value())));
    }

    private static Map<String, Set<String>> shown() {
        var shown = new TreeMap<String, Set<String>>();
        for (var test : Project.tests()) {
            test.tryGetAnnotationOfType(Shows.class).ifPresent(shows -> {
                for (var spec : shows.value()) {
                    shown.computeIfAbsent(spec, key -> new TreeSet<>()).add(test.getSimpleName());
                }
            });
        }
        return shown;
    }
}
