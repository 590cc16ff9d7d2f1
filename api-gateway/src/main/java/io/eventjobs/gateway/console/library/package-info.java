/** The library: events, their sessions, and each session as a person reads it. */
@NullMarked
package io.eventjobs.gateway.console.library;

import org.jspecify.annotations.NullMarked;
