/** The templates that jobs may use: built-in ones, those of a folder, those of a tenant. */
@NullMarked
package io.eventjobs.gateway.template;

import org.jspecify.annotations.NullMarked;
