/**
 * The text of a PDF as it is read. A PDF knows characters at places only: from glyphs come fragments (what stands together on a
 * line), from fragments regions in reading order, from regions blocks.
 */
@NullMarked
package io.eventjobs.document.pdf.layout;

import org.jspecify.annotations.NullMarked;
