/** The console: the gateway's pages for people, and what all of them share. */
@NullMarked
package io.eventjobs.gateway.console;

import org.jspecify.annotations.NullMarked;
