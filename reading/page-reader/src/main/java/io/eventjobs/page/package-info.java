/** Reads web pages into Markdown, facts and links, in time linear in their size; {@link PageReader} is the entry point. */
@NullMarked
package io.eventjobs.page;

import org.jspecify.annotations.NullMarked;
