/** The links of a page, and what each of them leads to. */
@NullMarked
package io.eventjobs.page.link;

import org.jspecify.annotations.NullMarked;
