/** Background work: tasks, and runners that own their threads. */
@NullMarked
package io.eventjobs.gateway.background;

import org.jspecify.annotations.NullMarked;
