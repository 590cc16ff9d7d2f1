/**
 * HTML to CommonMark with GFM tables: one walk without recursion, linear in the size of the page, no HTML in the output. The rendered
 * Markdown shows the text of the page and nothing else.
 */
@NullMarked
package io.eventjobs.page.markdown;

import org.jspecify.annotations.NullMarked;
