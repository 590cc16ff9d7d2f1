/** Programs run on files of unknown origin. */
@NullMarked
package io.eventjobs.document.process;

import org.jspecify.annotations.NullMarked;
