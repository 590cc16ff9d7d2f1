/** The jobs that this gateway owns, and their dispatch to workers. */
@NullMarked
package io.eventjobs.gateway.dispatch;

import org.jspecify.annotations.NullMarked;
