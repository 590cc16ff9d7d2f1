/**
 * HTML to CommonMark with GFM tables: one walk without recursion, linear in the size of the page, no HTML in what comes out.
 * What a renderer shows of the Markdown is the text of the page.
 */
@NullMarked
package io.eventjobs.page.markdown;

import org.jspecify.annotations.NullMarked;
