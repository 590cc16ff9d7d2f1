/** A PDF, an office file, an image or an archive, read as Markdown, properties and images of its pages. */
@NullMarked
package io.eventjobs.document;

import org.jspecify.annotations.NullMarked;
