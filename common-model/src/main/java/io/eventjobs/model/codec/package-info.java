/** The JSON form of everything that crosses a process border. */
@NullMarked
package io.eventjobs.model.codec;

import org.jspecify.annotations.NullMarked;
