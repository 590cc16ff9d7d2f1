@NullMarked
package io.eventjobs.artifact;

import org.jspecify.annotations.NullMarked;
