/** Word documents: their text with lists, tables, notes, formulas and what is drawn in them. */
@NullMarked
package io.eventjobs.document.office.word;

import org.jspecify.annotations.NullMarked;
