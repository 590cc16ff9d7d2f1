/** The session pipeline: turns a conference session's page, slides and transcript into one Markdown document and a ZIP. */
@NullMarked
package io.eventjobs.worker.session;

import org.jspecify.annotations.NullMarked;
