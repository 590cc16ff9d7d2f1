/** What a gateway knows, in memory, of the unfinished jobs that are its duty. Never the truth: every use ends in a conditional update. */
@NullMarked
package io.eventjobs.gateway.agenda;

import org.jspecify.annotations.NullMarked;
