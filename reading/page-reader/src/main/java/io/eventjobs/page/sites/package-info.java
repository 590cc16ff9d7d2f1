/** Adapters for the pages of well-known conference systems and video platforms. */
@NullMarked
package io.eventjobs.page.sites;

import org.jspecify.annotations.NullMarked;
