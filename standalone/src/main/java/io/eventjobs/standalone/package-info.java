@NullMarked
package io.eventjobs.standalone;

import org.jspecify.annotations.NullMarked;
