/** Reads PDFs, office files and images into Markdown, properties and page images; {@link DocumentReader} is the entry point. */
@NullMarked
package io.eventjobs.document;

import org.jspecify.annotations.NullMarked;
