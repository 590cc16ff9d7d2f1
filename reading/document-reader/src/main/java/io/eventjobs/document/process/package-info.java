/** Runs programs on untrusted files. */
@NullMarked
package io.eventjobs.document.process;

import org.jspecify.annotations.NullMarked;
