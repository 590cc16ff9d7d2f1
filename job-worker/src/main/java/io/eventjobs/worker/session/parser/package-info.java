/** Reads documents and large texts of strangers in child JVMs with bounded memory and time, so that a hostile file can end only such a process. */
@NullMarked
package io.eventjobs.worker.session.parser;

import org.jspecify.annotations.NullMarked;
