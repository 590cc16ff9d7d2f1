/** Files of office programs: what they say, and how they look. */
@NullMarked
package io.eventjobs.document.office;

import org.jspecify.annotations.NullMarked;
