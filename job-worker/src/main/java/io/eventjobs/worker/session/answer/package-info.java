/** What a language model answers to the fields of a template: asked with what was found, checked, and made safe. */
@NullMarked
package io.eventjobs.worker.session.answer;

import org.jspecify.annotations.NullMarked;
