/** The Markdown document of a session. */
@NullMarked
package io.eventjobs.worker.session.document;

import org.jspecify.annotations.NullMarked;
