package io.eventjobs.document.office.content;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Joins consecutive code paragraphs into one block. Not thread-safe. */
public final class CodeBlockCollector {
    private final List<String> lines = new ArrayList<>();

    /**
     * Takes a paragraph if it is code, or a blank line within code.
     *
     * @param isCode whether its style is that of code; otherwise the font decides
     */
    public boolean takes(List<Span> spans, boolean isCode) {
        String text = spans.stream().map(Span::text).collect(Collectors.joining());
        boolean isBlank = text.isBlank();
        boolean looksSo = !isBlank
                && spans.stream()
                        .allMatch(span ->
                                span.style() == Span.Style.CODE || span.text().isBlank());
        if (!isCode && !looksSo && (!isBlank || lines.isEmpty())) {
            return false;
        }
        lines.add(text);
        return true;
    }

    public void end(List<Block> blocks) {
        if (!lines.isEmpty()) {
            blocks.add(new Block.Code(String.join("\n", lines).stripTrailing()));
            lines.clear();
        }
    }
}
