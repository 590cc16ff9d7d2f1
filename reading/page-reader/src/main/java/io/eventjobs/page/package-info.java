/** From fetched bytes to clean Markdown and the facts of a session. Pure, linear in the size of the page. */
@NullMarked
package io.eventjobs.page;

import org.jspecify.annotations.NullMarked;
