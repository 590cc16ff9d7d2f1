/** Whether a worker lives and can work, told over HTTP where it has a management port. */
@NullMarked
package io.eventjobs.worker.health;

import org.jspecify.annotations.NullMarked;
