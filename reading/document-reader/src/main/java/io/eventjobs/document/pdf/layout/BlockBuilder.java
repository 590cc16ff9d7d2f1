package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds blocks from the regions of a page: paragraphs, list items, tables, code. */
final class BlockBuilder {
    private static final float FARTHEST_LINE = 1.75f;
    private static final float INDENT = 0.8f;
    /** A table-of-contents entry, dropped because the headings themselves carry the same text. */
    private static final Pattern LEADER = Pattern.compile("(?<!\\.|\\. )(?:\\. ?){5,}+\\s*[0-9ivxl]{1,6}\\s*$");

    private final WordJoiner words;
    private final List<LayoutBlock> blocks = new ArrayList<>();
    private final List<Float> levels = new ArrayList<>();
    private @Nullable OpenBlock open;

    private BlockBuilder(WordJoiner words) {
        this.words = words;
    }

    static List<LayoutBlock> of(List<Region> regions, WordJoiner words) {
        BlockBuilder builder = new BlockBuilder(words);
        for (Region region : regions) {
            switch (region) {
                case Region.Text text -> builder.add(text);
                case Region.Grid grid -> builder.add(grid);
            }
            builder.end();
        }
        return builder.blocks;
    }

    private void add(Region.Text region) {
        levels.clear();
        float right = (float) region.fragments().stream()
                .mapToDouble(fragment -> fragment.area().right())
                .max()
                .orElse(0);
        for (List<TextFragment> line : FragmentBuilder.lines(region.fragments())) {
            add(joined(line).asRead(), right);
        }
    }

    private void add(TextFragment line, float right) {
        if (LEADER.matcher(line.text()).find()) {
            return;
        }
        OpenBlock before = open;
        if (isCode(line)) {
            if (before == null || !before.takesCode(line)) {
                end();
                open = new OpenBlock(line, right, null, OpenBlock.Kind.CODE);
            } else {
                before.lines.add(line);
            }
            return;
        }
        ListMarker mark = ListMarker.of(line.text()).orElse(null);
        if (before != null && before.takes(line, mark)) {
            before.lines.add(line);
            return;
        }
        end();
        open = new OpenBlock(line, right, mark, mark == null ? OpenBlock.Kind.TEXT : OpenBlock.Kind.ITEM);
    }

    private void add(Region.Grid grid) {
        end();
        List<List<RichText>> rows = grid.rows().stream()
                .map(row -> row.stream().map(this::cell).toList())
                .toList();
        List<TextFragment> all =
                grid.rows().stream().flatMap(List::stream).flatMap(List::stream).toList();
        TextFragment whole = joined(all);
        blocks.add(new LayoutBlock(new Block.Table(rows), whole.size(), false, whole.area()));
    }

    private RichText cell(List<TextFragment> parts) {
        List<Span> text = List.of();
        for (TextFragment part : parts) {
            text = words.join(text, part.asRead().spans());
        }
        return new RichText(text);
    }

    private void end() {
        OpenBlock ended = open;
        open = null;
        if (ended != null) {
            TextFragment whole = joined(ended.lines);
            boolean isBold = ended.lines.stream().allMatch(line -> line.font().isBold());
            blocks.add(new LayoutBlock(block(ended), whole.size(), isBold, whole.area()));
        }
    }

    private Block block(OpenBlock ended) {
        return switch (ended.kind) {
            case CODE -> new Block.Code(ended.code());
            case TEXT -> new Block.Paragraph(text(ended.lines));
            case ITEM -> item(ended);
        };
    }

    private Block item(OpenBlock ended) {
        ListMarker mark = ended.mark;
        RichText text = text(ended.lines);
        if (mark == null) {
            return new Block.Paragraph(text);
        }
        return new Block.Item(level(ended.lines.getFirst()), mark.number(), without(text, mark.length()));
    }

    /** The nesting level, from the indent relative to preceding items. */
    private int level(TextFragment line) {
        float left = line.area().left();
        float tolerance = 0.5f * line.size();
        while (!levels.isEmpty() && left < levels.getLast() - tolerance) {
            levels.removeLast();
        }
        if (levels.isEmpty() || left > levels.getLast() + tolerance) {
            levels.add(left);
        }
        return levels.size() - 1;
    }

    private RichText text(List<TextFragment> lines) {
        List<Span> text = List.of();
        for (TextFragment line : lines) {
            text = words.join(text, line.line().spans());
        }
        return new RichText(text);
    }

    private static RichText without(RichText text, int characters) {
        List<Span> rest = new ArrayList<>();
        int left = characters;
        for (Span span : text.spans()) {
            int cut = Math.min(left, span.text().length());
            left -= cut;
            rest.add(new Span(span.text().substring(cut), span.style(), span.address()));
        }
        return new RichText(rest);
    }

    private static TextFragment joined(List<TextFragment> line) {
        TextFragment joined = line.getFirst();
        for (TextFragment fragment : line.subList(1, line.size())) {
            joined = joined.and(fragment, " ");
        }
        return joined;
    }

    private static boolean isCode(TextFragment line) {
        return line.spans().stream()
                .allMatch(span -> span.style() == Span.Style.CODE || span.text().isBlank());
    }

    /** Lines that will form one block. */
    private static final class OpenBlock {
        private final List<TextFragment> lines = new ArrayList<>();
        private final float right;
        private final @Nullable ListMarker mark;
        private final Kind kind;

        OpenBlock(TextFragment line, float right, @Nullable ListMarker mark, Kind kind) {
            this.right = right;
            this.mark = mark;
            this.kind = kind;
            lines.add(line);
        }

        boolean takesCode(TextFragment line) {
            return kind == Kind.CODE && distance(line) < 3;
        }

        /** Whether a line continues the text: close enough, of the same size, and after a line with no room for its first word. */
        boolean takes(TextFragment line, @Nullable ListMarker itsMark) {
            TextFragment last = lines.getLast();
            float ratio = line.size() / last.size();
            boolean isAlike = ratio > 0.88f
                    && ratio < 1.14f
                    && line.font().isBold() == last.font().isBold();
            if (kind == Kind.CODE || itsMark != null || !isAlike || distance(line) > FARTHEST_LINE) {
                return false;
            }
            return (isFull(last, line) || WordJoiner.isParted(last.text(), line.text())) && !isIndented(line);
        }

        private float distance(TextFragment line) {
            return (line.area().y() - lines.getLast().area().y()) / Math.max(1, line.size());
        }

        private boolean isFull(TextFragment last, TextFragment next) {
            String text = next.text().strip();
            int space = text.indexOf(' ');
            int word = space < 0 ? text.length() : space;
            float character = next.area().width() / Math.max(1, text.length());
            return last.area().right() + (word + 1) * character > right - 0.5f * character;
        }

        /** Items may continue with an indent; in a paragraph an indent starts the next one. */
        private boolean isIndented(TextFragment line) {
            float left = lines.getFirst().area().left();
            float indent = (line.area().left()
                            - (lines.size() == 1 ? left : lines.getLast().area().left()))
                    / line.size();
            boolean isOutdented = kind == Kind.ITEM && line.area().left() < left - 0.5f * line.size();
            return isOutdented
                    || kind == Kind.TEXT
                            && indent > INDENT
                            && indent < 4
                            && lines.getLast().area().right() < right - line.size();
        }

        String code() {
            float left = (float)
                    lines.stream().mapToDouble(line -> line.area().left()).min().orElse(0);
            StringBuilder code = new StringBuilder();
            for (TextFragment line : lines) {
                String text = line.text();
                float character = Math.max(0.1f, line.area().width() / Math.max(1, text.length()));
                int indent = Math.round((line.area().left() - left) / character);
                code.append(" ".repeat(Math.clamp(indent, 0, 60))).append(text).append('\n');
            }
            return code.toString();
        }

        enum Kind {
            TEXT,
            ITEM,
            CODE
        }
    }
}
