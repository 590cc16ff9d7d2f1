/** Which templates jobs may ask for: the built-in ones and those of a folder. */
@NullMarked
package io.eventjobs.gateway.template;

import org.jspecify.annotations.NullMarked;
