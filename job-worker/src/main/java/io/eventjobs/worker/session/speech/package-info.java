/** Speech recognition behind an OpenAI-compatible endpoint: in segments, joined to what was said. */
@NullMarked
package io.eventjobs.worker.session.speech;

import org.jspecify.annotations.NullMarked;
