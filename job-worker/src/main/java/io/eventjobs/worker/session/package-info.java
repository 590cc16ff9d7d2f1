/** The session pipeline: a conference session's page, slides and transcript to one Markdown document and a ZIP. */
@NullMarked
package io.eventjobs.worker.session;

import org.jspecify.annotations.NullMarked;
