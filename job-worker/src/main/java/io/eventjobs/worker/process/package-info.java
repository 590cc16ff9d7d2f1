/** Programs run on files of unknown origin. */
@NullMarked
package io.eventjobs.worker.process;

import org.jspecify.annotations.NullMarked;
