/** Which part of a page is what it is about: a scorer over the whole document, linear in its size. */
@NullMarked
package io.eventjobs.page.extraction;

import org.jspecify.annotations.NullMarked;
