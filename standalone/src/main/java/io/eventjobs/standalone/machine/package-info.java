/** The whole system assembled in one process. */
@NullMarked
package io.eventjobs.standalone.machine;

import org.jspecify.annotations.NullMarked;
