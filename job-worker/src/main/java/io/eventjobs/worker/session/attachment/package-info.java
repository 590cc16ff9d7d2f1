/** Files that come with a session, slides above all: read into Markdown, images of their pages, and pictures. */
@NullMarked
package io.eventjobs.worker.session.attachment;

import org.jspecify.annotations.NullMarked;
