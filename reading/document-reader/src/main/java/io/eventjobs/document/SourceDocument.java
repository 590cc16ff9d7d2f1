package io.eventjobs.document;

import java.util.Iterator;

/**
 * A document with its origin.
 *
 * @param address of the file, or of the archive that contained it
 * @param name of the file within the archive; empty if it was not in one
 */
public record SourceDocument(String address, String name, DocumentContent content) {
    /** This document with other texts; takes as many as {@link DocumentContent#texts} has, in that order. */
    public SourceDocument withTexts(Iterator<String> texts) {
        return new SourceDocument(address, name, content.withTexts(texts));
    }
}
