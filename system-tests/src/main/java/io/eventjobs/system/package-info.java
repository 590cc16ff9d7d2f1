@NullMarked
package io.eventjobs.system;

import org.jspecify.annotations.NullMarked;
