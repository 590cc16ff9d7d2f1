/** Extracts the audio of untrusted recordings while they are received, and cuts it into segments. */
@NullMarked
package io.eventjobs.worker.session.recording;

import org.jspecify.annotations.NullMarked;
