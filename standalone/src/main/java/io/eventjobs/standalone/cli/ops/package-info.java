/** Commands for operators: dead letters, the queue, public events, load tests. */
@NullMarked
package io.eventjobs.standalone.cli.ops;

import org.jspecify.annotations.NullMarked;
