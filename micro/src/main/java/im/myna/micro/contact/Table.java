package im.myna.micro.contact;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** JSON for people. */
public final class Table {
    private static final int WIDEST = 60;
    private static final String GAP = "  ";

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param columns the fields that are shown; "tls.version" is a field of a field */
    public Table(String... columns) {
        this.columns = List.of(columns);
    }

    public void add(JsonObject object) {
        rows.add(columns.stream().map(column -> text(object, column)).toList());
    }

    /** A line for each row, the columns below each other; as wide as the widest, but never wider than {@value #WIDEST}. */
    public List<String> lines() {
        var widths = new int[columns.size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.min(WIDEST, Math.max(widths[i], row.get(i).length()));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var cell = row.get(i);
            line.append(cell)
                    .append(" ".repeat(Math.max(0, widths[i] - cell.length())))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static String text(JsonObject object, String path) {
        JsonValue value = object;
        for (var part : path.split("\\.", -1)) {
            value = value instanceof JsonObject inner ? inner.getOrDefault(part, JsonValue.NULL) : JsonValue.NULL;
        }
        return text(value);
    }

    /** The fields of one thing, a line each. */
    public static String of(JsonObject object) {
        int width = object.keySet().stream().mapToInt(String::length).max().orElse(0);
        var lines = new StringJoiner("\n");
        object.forEach((name, value) -> lines.add(name + " ".repeat(width - name.length()) + GAP + text(value)));
        return lines.toString();
    }

    /** Without what a terminal would obey. */
    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString().replaceAll("\\p{Cntrl}", " ");
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(Table::text).collect(Collectors.joining(", "));
        }
        if (value instanceof JsonObject object) {
            return object.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + text(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return value == JsonValue.NULL ? "" : value.toString();
    }
}
