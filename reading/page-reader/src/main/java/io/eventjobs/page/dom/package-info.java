/** What a reader sees of a parsed page: which elements are shown, which begin a line, what words stand in them. */
@NullMarked
package io.eventjobs.page.dom;

import org.jspecify.annotations.NullMarked;
