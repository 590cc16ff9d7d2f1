/** What the readers of all office formats produce and share: texts, pictures, lists, code, and what was left out. */
@NullMarked
package io.eventjobs.document.office.content;

import org.jspecify.annotations.NullMarked;
