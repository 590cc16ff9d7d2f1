/** Which part of a page is what it is about: a scorer over the whole document, linear in its size. */
@NullMarked
package io.eventjobs.worker.session.page.content;

import org.jspecify.annotations.NullMarked;
