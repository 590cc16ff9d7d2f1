/** Fuzzing of what reads strangers' bytes, over kept inputs and random changes of them. */
@NullMarked
package io.eventjobs.system.fuzz;

import org.jspecify.annotations.NullMarked;
