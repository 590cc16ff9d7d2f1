/** Files of office programs: what they say, and how they spanStyle. */
@NullMarked
package io.eventjobs.document.office;

import org.jspecify.annotations.NullMarked;
