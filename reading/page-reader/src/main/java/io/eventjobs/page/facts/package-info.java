/** What a page says about its session: title, speakers, times, and where each fact was found. */
@NullMarked
package io.eventjobs.page.facts;

import org.jspecify.annotations.NullMarked;
