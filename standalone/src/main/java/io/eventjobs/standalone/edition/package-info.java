/** Editions of a conference for readers, made from its documents: HTML that works from disk, and EPUB. */
@NullMarked
package io.eventjobs.standalone.edition;

import org.jspecify.annotations.NullMarked;
