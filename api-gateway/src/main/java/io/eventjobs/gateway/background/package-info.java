/** Background work: a task, and a runner that owns its thread. */
@NullMarked
package io.eventjobs.gateway.background;

import org.jspecify.annotations.NullMarked;
