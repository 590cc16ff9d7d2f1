/** Transcribes recordings with an OpenAI-compatible speech endpoint: in segments, joined to one transcript. */
@NullMarked
package io.eventjobs.worker.session.speech;

import org.jspecify.annotations.NullMarked;
