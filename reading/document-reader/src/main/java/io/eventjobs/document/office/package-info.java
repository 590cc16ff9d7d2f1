/** Office files: their text, and their conversion by LibreOffice. */
@NullMarked
package io.eventjobs.document.office;

import org.jspecify.annotations.NullMarked;
