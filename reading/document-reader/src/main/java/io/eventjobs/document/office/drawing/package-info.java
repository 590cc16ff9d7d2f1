/** Charts, diagrams and symbols, which all Office Open XML files share. */
@NullMarked
package io.eventjobs.document.office.drawing;

import org.jspecify.annotations.NullMarked;
