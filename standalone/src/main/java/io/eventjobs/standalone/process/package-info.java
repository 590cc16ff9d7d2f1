/** The whole system assembled in one process. */
@NullMarked
package io.eventjobs.standalone.process;

import org.jspecify.annotations.NullMarked;
