/** Background work: tasks, and runners that own their threads. Only here is every exception caught. */
@NullMarked
package io.eventjobs.worker.background;

import org.jspecify.annotations.NullMarked;
