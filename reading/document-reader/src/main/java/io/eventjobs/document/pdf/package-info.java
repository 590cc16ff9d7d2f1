/** PDFs of unknown origin: their text as it is read, and images of their pages. */
@NullMarked
package io.eventjobs.document.pdf;

import org.jspecify.annotations.NullMarked;
