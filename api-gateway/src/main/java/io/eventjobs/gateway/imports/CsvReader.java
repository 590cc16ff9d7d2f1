package io.eventjobs.gateway.imports;

import java.util.ArrayList;
import java.util.List;

/** Reads RFC 4180: values in quotes may contain separators, line breaks and doubled quotes. Empty lines are left out. */
final class CsvReader {
    private final String text;
    private final char separator;
    private final List<List<String>> rows = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private List<String> row = new ArrayList<>();

    CsvReader(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** @throws UnreadableSessionsException if a value in quotes is never closed */
    List<List<String>> rows() {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (doubled) {
                value.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted) {
                value.append(c);
            } else if (c == separator) {
                endValue();
            } else if (c == '\n') {
                endRow();
            } else if (c != '\r') {
                value.append(c);
            }
        }
        if (quoted) {
            throw new UnreadableSessionsException("a value in quotes is never closed");
        }
        endRow();
        return rows;
    }

    private void endValue() {
        row.add(value.toString());
        value.setLength(0);
    }

    private void endRow() {
        endValue();
        if (row.stream().anyMatch(each -> !each.isBlank())) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }
}
