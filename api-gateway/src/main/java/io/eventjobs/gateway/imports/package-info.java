/** Plans what an import of a schedule has to submit: what is new, what has changed, what is missing. No framework, no server. */
@NullMarked
package io.eventjobs.gateway.imports;

import org.jspecify.annotations.NullMarked;
