package io.eventjobs.document.office.content;

import io.eventjobs.document.block.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The text of an office file.
 *
 * @param slides in order; empty for a text document
 * @param blocks of a text document; empty for slides
 * @param properties metadata of the file
 * @param pictures referred to by blocks through their index here
 * @param warnings what was left out and why, one sentence each
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

    /** A visible slide; its title comes first, as a heading of level 1. */
    public record Page(List<Block> blocks, List<Block> notes) {
        public Page {
            blocks = List.copyOf(blocks);
            notes = List.copyOf(notes);
        }
    }
}
