package io.eventjobs.document;

import java.util.Iterator;

/**
 * A document with its origin.
 *
 * @param address of the file, or of the archive that it was in
 * @param name of the file within the archive; empty if it was in none
 */
public record SourceDocument(String address, String name, DocumentContent content) {
    /** The same with other texts: as many as {@link DocumentContent#texts} has are taken, in that order. */
    public SourceDocument withTexts(Iterator<String> texts) {
        return new SourceDocument(address, name, content.withTexts(texts));
    }
}
