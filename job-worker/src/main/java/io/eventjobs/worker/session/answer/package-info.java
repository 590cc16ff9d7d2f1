/** Lets a language model answer the fields of a template from what was found; answers are validated and sanitized. */
@NullMarked
package io.eventjobs.worker.session.answer;

import org.jspecify.annotations.NullMarked;
