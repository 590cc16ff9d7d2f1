/** The formats of the log: text for people, JSON for collectors. */
@NullMarked
package io.eventjobs.standalone.log;

import org.jspecify.annotations.NullMarked;
