package io.eventjobs.standalone.client;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Answers of the gateway as rows for people: columns as wide as their widest value, the last one as it is. */
public final class Table {
    private static final int MAX_WIDTH = 48;

    private final List<String> fields;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param fields of each answer, as {@link FieldText} names them; the heading has the last name of each */
    public Table(String... fields) {
        this.fields = List.of(fields);
        rows.add(this.fields.stream()
                .map(field -> field.substring(field.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT))
                .toList());
    }

    public Table add(JsonNode answer) {
        rows.add(fields.stream().map(field -> FieldText.of(answer, field)).toList());
        return this;
    }

    public Table addAll(JsonNode answers) {
        answers.forEach(this::add);
        return this;
    }

    public void print(PrintWriter out) {
        int[] widths = new int[fields.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.min(
                        MAX_WIDTH, Math.max(widths[column], row.get(column).length()));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String value = row.get(column);
                line.append(value).append(" ".repeat(Math.max(0, widths[column] - value.length()) + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
