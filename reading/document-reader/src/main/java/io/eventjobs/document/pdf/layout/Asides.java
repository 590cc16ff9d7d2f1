package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import io.eventjobs.markdown.LinkTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stands beside the text of a page: sideways text, boxes upon it, notes, links without text. Not thread-safe. */
final class Asides {
    private static final TextFragment.Area NOWHERE = new TextFragment.Area(0, 0, 0, 0);

    private final WordJoiner words;
    private final Set<String> seen = new HashSet<>();

    Asides(WordJoiner words, List<PageFragments> pages) {
        this.words = words;
        pages.forEach(page -> page.fragments().forEach(fragment -> fragment.spans().stream()
                .map(Span::address)
                .filter(address -> address != null)
                .forEach(seen::add)));
    }

    List<LayoutBlock> of(PageFragments page) {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (List<TextFragment> sideways : page.aside().sideways()) {
            for (LayoutBlock block : BlockBuilder.of(ReadingOrder.of(sideways), words)) {
                if (seen.add(block.block().toString())) {
                    blocks.add(block.aside());
                }
            }
        }
        for (String box : page.aside().boxes()) {
            blocks.add(paragraph(Span.plain(box)));
        }
        for (String note : page.aside().notes()) {
            blocks.add(paragraph(Span.plain("Note: " + note)));
        }
        for (String address : page.aside().links()) {
            if (LinkTarget.address(address) != null && seen.add(address)) {
                blocks.add(paragraph(new Span(address, Span.Style.PLAIN, address)));
            }
        }
        return blocks;
    }

    private static LayoutBlock paragraph(Span span) {
        return new LayoutBlock(new Block.Paragraph(new RichText(List.of(span))), 0, false, NOWHERE).aside();
    }
}
