/** The facts a page states about its session, such as title, speakers and times, each with its source. */
@NullMarked
package io.eventjobs.page.facts;

import org.jspecify.annotations.NullMarked;
