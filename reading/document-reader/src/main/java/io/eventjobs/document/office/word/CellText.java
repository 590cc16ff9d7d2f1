package io.eventjobs.document.office.word;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.List;

/** Writes the blocks of a table cell on one line, as Markdown needs it. */
final class CellText {
    private CellText() {}

    /** @param apart receives what no cell can hold: pictures */
    static RichText of(List<Block> blocks, List<Block> apart) {
        List<Span> spans = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading heading -> add(spans, heading.text());
                case Block.Paragraph paragraph -> add(spans, paragraph.text());
                case Block.Item item -> {
                    if (item.number() != null) {
                        add(spans, RichText.of(item.number() + "."));
                    }
                    add(spans, item.text());
                }
                case Block.Code code -> add(spans, new RichText(List.of(new Span(code.text(), Span.Style.CODE, null))));
                case Block.Table table -> table.rows().forEach(row -> row.forEach(cell -> add(spans, cell)));
                case Block.Picture picture -> apart.add(picture);
            }
        }
        return new RichText(spans);
    }

    private static void add(List<Span> spans, RichText text) {
        if (!text.isBlank()) {
            if (!spans.isEmpty()) {
                spans.add(Span.plain(" "));
            }
            spans.addAll(text.spans());
        }
    }
}
