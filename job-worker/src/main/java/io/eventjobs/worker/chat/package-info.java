/** A client of a language model behind an OpenAI-compatible chat endpoint. */
@NullMarked
package io.eventjobs.worker.chat;

import org.jspecify.annotations.NullMarked;
