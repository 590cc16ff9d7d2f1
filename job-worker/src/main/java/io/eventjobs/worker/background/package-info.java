/** Background work: a task, and a runner that owns its thread. The only place where every exception is caught. */
@NullMarked
package io.eventjobs.worker.background;

import org.jspecify.annotations.NullMarked;
