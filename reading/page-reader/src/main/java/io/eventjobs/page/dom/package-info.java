/** What a reader sees of a parsed page: which elements are visible, which start a new line, and their text. */
@NullMarked
package io.eventjobs.page.dom;

import org.jspecify.annotations.NullMarked;
