/** Lets a language model answer the fields of a template from the findings; answers are validated and sanitized. */
@NullMarked
package io.eventjobs.worker.session.answer;

import org.jspecify.annotations.NullMarked;
