/** PDF slides to an image and the text of each page. */
@NullMarked
package io.eventjobs.worker.session.slides;

import org.jspecify.annotations.NullMarked;
