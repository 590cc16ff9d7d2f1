package io.eventjobs.document.office.drawing;

import io.eventjobs.document.office.xml.OfficePackage;
import io.eventjobs.document.office.xml.XmlElement;
import io.eventjobs.document.process.BrokenFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The workbook that a file holds for a chart, opened only if the chart itself stores no values. Not thread-safe. */
final class ChartWorkbook {
    private static final Pattern RANGE = Pattern.compile(
            "(?:'((?:[^']|''){1,64})'|([^!(,]{1,64}))!\\$?([A-Z]{1,3})\\$?(\\d{1,7})(?::\\$?([A-Z]{1,3})\\$?(\\d{1,7}))?");
    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");
    private static final long MAX_BYTES = 32L << 20;
    private static final int MAX_CELLS = 10_000;

    private final OfficePackage parts;
    private final String chart;
    private final Map<String, Map<Long, String>> sheets = new HashMap<>();
    private boolean isRead;

    ChartWorkbook(OfficePackage parts, String chart) {
        this.parts = parts;
        this.chart = chart;
    }

    /** The cells of a range such as {@code Sheet1!$B$2:$B$5}, numbered from 0; empty if there are none. */
    SortedMap<Integer, String> cells(String formula) throws BrokenFileException, IOException {
        SortedMap<Integer, String> cells = new TreeMap<>();
        Matcher range = RANGE.matcher(formula.strip());
        if (!range.matches()) {
            return cells;
        }
        read();
        String sheet = range.group(1) == null ? range.group(2) : range.group(1).replace("''", "'");
        Map<Long, String> values = sheets.getOrDefault(sheet, Map.of());
        int left = column(range.group(3));
        int right = range.group(5) == null ? left : column(range.group(5));
        int top = Integer.parseInt(range.group(4));
        int bottom = range.group(6) == null ? top : Integer.parseInt(range.group(6));
        int place = 0;
        for (int row = top; row <= bottom && place < MAX_CELLS; row++) {
            for (int column = left; column <= right && place < MAX_CELLS; column++) {
                String value = values.get(key(column, row));
                if (value != null) {
                    cells.put(place, value);
                }
                place++;
            }
        }
        return cells;
    }

    private void read() throws BrokenFileException, IOException {
        if (isRead) {
            return;
        }
        isRead = true;
        Optional<String> within = parts.related(chart, "package");
        if (within.isEmpty()) {
            return;
        }
        Path file = Files.createTempFile("workbook-", ".xlsx");
        try (InputStream in = parts.open(within.get())) {
            byte[] bytes = in.readNBytes((int) MAX_BYTES);
            Files.write(file, bytes);
            try (OfficePackage workbook = parts.openWithin(file)) {
                read(workbook);
            }
        } catch (BrokenFileException e) {
            // Then the chart has no values, which is told.
            sheets.clear();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void read(OfficePackage workbook) throws BrokenFileException, IOException {
        String main = workbook.main();
        List<String> shared = new ArrayList<>();
        Optional<String> texts = workbook.related(main, "sharedStrings");
        if (texts.isPresent()) {
            workbook.read(texts.get()).ifPresent(all -> all.children("x:si")
                    .forEach(each -> shared.add(
                            each.descendants("x:t").map(XmlElement::text).reduce("", String::concat))));
        }
        XmlElement book = workbook.read(main).orElse(XmlElement.empty("x:workbook"));
        for (XmlElement sheet : book.first("x:sheets").map(XmlElement::children).orElse(List.of())) {
            var relation = workbook.relation(main, sheet.attribute("r:id"));
            if (relation.isPresent()) {
                Map<Long, String> cells = new HashMap<>();
                workbook.read(relation.get().target())
                        .ifPresent(part -> part.descendants("x:c").forEach(cell -> add(cells, cell, shared)));
                sheets.put(sheet.attribute("name"), cells);
            }
        }
    }

    private static void add(Map<Long, String> cells, XmlElement cell, List<String> shared) {
        Matcher place = CELL.matcher(cell.attribute("r"));
        if (!place.matches()) {
            return;
        }
        String value = cell.first("x:v").map(XmlElement::text).orElse("");
        String text =
                switch (cell.attribute("t")) {
                    case "s" ->
                        value.matches("\\d{1,8}") && Integer.parseInt(value) < shared.size()
                                ? shared.get(Integer.parseInt(value))
                                : "";
                    case "inlineStr" ->
                        cell.descendants("x:t").map(XmlElement::text).reduce("", String::concat);
                    default -> ChartNumber.of(value, "");
                };
        if (!text.isEmpty()) {
            cells.put(key(column(place.group(1)), Integer.parseInt(place.group(2))), text);
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column;
    }

    private static long key(int column, int row) {
        return (long) row << 20 | column;
    }
}
