package io.eventjobs.document.block;

import io.eventjobs.markdown.Escape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes blocks as Markdown. Text is escaped, so it cannot become markup. A picture becomes an image with the target {@code asset:}index,
 * which escaped text cannot forge.
 */
public final class BlockMarkdown {
    private static final int MAX_TABLE_CELLS = 5_000;

    private final StringBuilder text = new StringBuilder();
    /** Text indents of the open items, one per nesting level; the next item may be nested below any of them. */
    private final List<Integer> indents = new ArrayList<>();

    private boolean isInList;

    private BlockMarkdown() {}

    /** Blocks separated by blank lines, without a trailing line break; empty if there is no text. */
    public static String of(List<Block> blocks) {
        BlockMarkdown markdown = new BlockMarkdown();
        blocks.forEach(markdown::add);
        return markdown.text.toString();
    }

    private void add(Block block) {
        switch (block) {
            case Block.Heading heading -> add(heading(heading));
            case Block.Paragraph paragraph -> add(RichTextMarkdown.ofParagraph(paragraph.text()));
            case Block.Item item -> add(item);
            case Block.Table table -> add(table(table.rows()));
            case Block.Code code -> add(code(code.text()));
            case Block.Picture picture ->
                add("![" + Escape.text(CleanText.oneLine(picture.description())) + "](asset:" + picture.index() + ")");
        }
    }

    private void add(String block) {
        if (!block.isBlank()) {
            append("\n\n", block);
            isInList = false;
        }
    }

    private void append(String separator, String block) {
        text.append(text.isEmpty() ? "" : separator).append(block);
    }

    /** Items of a list are written without blank lines, nested ones at the indent of their parent's text. */
    private void add(Block.Item item) {
        String words = RichTextMarkdown.of(item.text());
        if (words.isBlank()) {
            return;
        }
        if (!isInList) {
            indents.clear();
        }
        boolean isDeeper = isInList && item.level() >= indents.size();
        while (indents.size() > item.level()) {
            indents.removeLast();
        }
        String mark = item.number() == null ? "- " : item.number() + ". ";
        int indent = indents.isEmpty() ? 0 : indents.getLast();
        // Directly below text, a list that does not start with 1 would continue the paragraph.
        boolean parted = !isInList || isDeeper && item.number() != null && item.number() != 1;
        append(parted ? "\n\n" : "\n", " ".repeat(indent) + mark + words);
        indents.add(indent + mark.length());
        isInList = true;
    }

    private static String heading(Block.Heading heading) {
        String words = RichTextMarkdown.ofHeading(heading.text());
        String closed = words.endsWith("#") ? words.substring(0, words.length() - 1) + "\\#" : words;
        return words.isEmpty() ? "" : "#".repeat(heading.level()) + " " + closed;
    }

    private static String code(String text) {
        String clean = text.lines().map(CleanText::codeLine).collect(Collectors.joining("\n"));
        int longest = 2;
        int run = 0;
        for (int i = 0; i < clean.length(); i++) {
            run = clean.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return clean.isBlank() ? "" : fence + "\n" + clean + "\n" + fence;
    }

    private static String table(List<List<RichText>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        if (columns == 0) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        for (List<RichText> row : rows.subList(0, Math.min(rows.size(), Math.max(1, MAX_TABLE_CELLS / columns)))) {
            lines.add(row(row, columns));
            if (lines.size() == 1) {
                lines.add("|" + " --- |".repeat(columns));
            }
        }
        int leftOut = rows.size() - lines.size() + 1;
        return String.join("\n", lines) + (leftOut > 0 ? "\n\n(" + leftOut + " more rows)" : "");
    }

    private static String row(List<RichText> cells, int columns) {
        StringBuilder row = new StringBuilder("|");
        for (int column = 0; column < columns; column++) {
            String cell = column < cells.size() ? RichTextMarkdown.of(cells.get(column)) : "";
            row.append(' ').append(cell.replace("|", "\\|")).append(cell.isEmpty() ? "|" : " |");
        }
        return row.toString();
    }
}
