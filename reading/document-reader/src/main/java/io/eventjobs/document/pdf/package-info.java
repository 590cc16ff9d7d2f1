/** PDFs of untrusted origin: their text in reading order, and page images. */
@NullMarked
package io.eventjobs.document.pdf;

import org.jspecify.annotations.NullMarked;
