/** The links of a page and their kinds. */
@NullMarked
package io.eventjobs.page.link;

import org.jspecify.annotations.NullMarked;
