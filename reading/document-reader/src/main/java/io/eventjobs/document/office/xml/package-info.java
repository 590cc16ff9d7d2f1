/** XML of office files, bounded, and the package of parts that holds it. */
@NullMarked
package io.eventjobs.document.office.xml;

import org.jspecify.annotations.NullMarked;
