/** Content extraction: finds the main content of a page by scoring the whole document in linear time. */
@NullMarked
package io.eventjobs.page.extraction;

import org.jspecify.annotations.NullMarked;
