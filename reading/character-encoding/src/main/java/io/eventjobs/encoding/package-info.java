/** The character encodings of the web: what their labels mean, and decoding that one wrong byte does not spoil. */
@NullMarked
package io.eventjobs.encoding;

import org.jspecify.annotations.NullMarked;
