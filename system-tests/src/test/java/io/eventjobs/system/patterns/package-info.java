/** Checks how much work the regular expressions of the main code do. */
@NullMarked
package io.eventjobs.system.patterns;

import org.jspecify.annotations.NullMarked;
