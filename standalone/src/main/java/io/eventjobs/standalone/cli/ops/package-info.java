/** Commands for operators: dead letters, the queue and public events. */
@NullMarked
package io.eventjobs.standalone.cli.ops;

import org.jspecify.annotations.NullMarked;
