package io.eventjobs.document.office;

import io.eventjobs.document.block.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a file of an office program says.
 *
 * @param slides in order; empty for a text document
 * @param blocks of a text document; empty for slides
 * @param properties what it says of itself
 * @param pictures that blocks name by their places here
 * @param warnings what is left out and why, each one sentence
 */
public record OfficeText(
        List<Page> slides,
        List<Block> blocks,
        Map<String, String> properties,
        List<Path> pictures,
        List<String> warnings) {
    public OfficeText {
        slides = List.copyOf(slides);
        blocks = List.copyOf(blocks);
        pictures = List.copyOf(pictures);
        warnings = List.copyOf(warnings);
    }

    /** A slide that is shown, its title first as a heading of level 1. */
    public record Page(List<Block> blocks, List<Block> notes) {
        public Page {
            blocks = List.copyOf(blocks);
            notes = List.copyOf(notes);
        }
    }
}
