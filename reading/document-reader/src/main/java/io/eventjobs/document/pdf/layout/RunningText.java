package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Joins the pages of a text: paragraphs continue across columns and pages, past footnotes in between. */
final class RunningText {
    private static final Pattern END = Pattern.compile("[.!?:;…][\"'”’)\\]]*$");
    private static final float FOOTNOTE = 0.9f;

    private final WordJoiner words;
    private final List<Block> blocks = new ArrayList<>();
    private final float body;
    /** Index of the last block that is not a footnote; -1 if there is none. */
    private int last = -1;

    RunningText(WordJoiner words, float body) {
        this.words = words;
        this.body = body;
    }

    void add(List<LayoutBlock> page) {
        for (LayoutBlock block : page) {
            if (block.size() < FOOTNOTE * body) {
                blocks.add(block.block());
            } else if (!goesOn(block.block())) {
                blocks.add(block.block());
                last = blocks.size() - 1;
            }
        }
    }

    List<Block> blocks() {
        return blocks;
    }

    private boolean goesOn(Block block) {
        if (last < 0
                || !(blocks.get(last) instanceof Block.Paragraph before)
                || !(block instanceof Block.Paragraph after)
                || !isUnfinished(before.text().words(), after.text().words())) {
            return false;
        }
        List<Span> joined = words.join(before.text().spans(), after.text().spans());
        blocks.set(last, new Block.Paragraph(new RichText(joined)));
        return true;
    }

    private static boolean isUnfinished(String before, String after) {
        return !before.isEmpty()
                && !after.isEmpty()
                && !END.matcher(before).find()
                && Character.isLowerCase(after.codePointAt(0));
    }
}
