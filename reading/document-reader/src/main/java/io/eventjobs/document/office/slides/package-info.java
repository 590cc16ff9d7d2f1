/** PowerPoint presentations: the text, notes and pictures of their slides. */
@NullMarked
package io.eventjobs.document.office.slides;

import org.jspecify.annotations.NullMarked;
