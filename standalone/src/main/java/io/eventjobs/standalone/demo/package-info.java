/** A small conference of our own, served on loopback, for the demo. */
@NullMarked
package io.eventjobs.standalone.demo;

import org.jspecify.annotations.NullMarked;
