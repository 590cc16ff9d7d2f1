/** Reads PDFs, office files and images into Markdown, properties and images of pages; {@link DocumentReader} is the way in. */
@NullMarked
package io.eventjobs.document;

import org.jspecify.annotations.NullMarked;
