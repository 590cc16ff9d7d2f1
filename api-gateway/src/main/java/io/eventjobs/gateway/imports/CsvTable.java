package io.eventjobs.gateway.imports;

import io.eventjobs.gateway.error.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * A table of sessions: RFC 4180 with comma, semicolon or tab. The first line has the names of a job's fields; empty values are left out, and
 * {@code speakers} are separated by semicolons, or by commas where semicolons separate the columns.
 */
public final class CsvTable {
    /** Other names for fields, as spreadsheets have them. */
    private static final Map<String, String> ALIASES = Map.of(
            "title", "session",
            "name", "session",
            "conference", "event",
            "start", "starttime",
            "end", "endtime",
            "speaker", "speakers",
            "video", "video_url",
            "slides", "attachments_url",
            "language", "target_language");

    private static final TreeSet<String> FIELDS = new TreeSet<>(List.of(
            "event",
            "session",
            "url",
            "filename",
            "track",
            "source_language",
            "target_language",
            "day",
            "starttime",
            "endtime",
            "speakers",
            "video_url",
            "attachments_url",
            "template",
            "target",
            "job_name"));

    private CsvTable() {}

    /** Whether a line can be the first of such a table. */
    public static boolean isHeading(String line) {
        return names(new CsvReader(line, separator(line)).rows().getFirst()).contains("url");
    }

    /**
     * The sessions.
     *
     * @param source its name for messages
     * @throws UnreadableSessionsException if a column is unknown, or a line has more values than the first
     */
    public static List<Map<String, Object>> sessions(String text, String source) {
        String content = text.startsWith("\ufeff") ? text.substring(1) : text;
        char separator = separator(content.lines().findFirst().orElse(""));
        List<List<String>> rows = new CsvReader(content, separator).rows();
        List<String> names = rows.isEmpty() ? List.of() : names(rows.getFirst());
        for (String name : names) {
            if (!FIELDS.contains(name)) {
                String meant = NearestName.of(name, FIELDS)
                        .map(field -> "; did you mean " + field + "?")
                        .orElse("; the columns are: " + String.join(", ", FIELDS));
                throw new UnreadableSessionsException(source + ": unknown column: " + name + meant);
            }
        }
        List<Map<String, Object>> sessions = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            if (rows.get(row).size() > names.size()) {
                throw new UnreadableSessionsException(source + ": row " + (row + 1) + " has "
                        + rows.get(row).size() + " values, but there are " + names.size() + " columns");
            }
            sessions.add(session(names, rows.get(row), separator == ';' ? "," : ";"));
        }
        return sessions;
    }

    private static Map<String, Object> session(List<String> names, List<String> row, String between) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int column = 0; column < row.size(); column++) {
            String value = row.get(column).strip();
            if (value.isEmpty()) {
                continue;
            }
            boolean isList = names.get(column).equals("speakers");
            fields.put(names.get(column), isList ? List.of(value.split("\\s*" + between + "\\s*")) : value);
        }
        return fields;
    }

    private static List<String> names(List<String> heading) {
        return heading.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT).replace(' ', '_'))
                .map(name -> ALIASES.getOrDefault(name, name))
                .toList();
    }

    private static char separator(String heading) {
        return heading.contains("\t") ? '\t' : heading.contains(";") && !heading.contains(",") ? ';' : ',';
    }
}
