/** What all controllers share: the envelope of responses, JSON settings, paths as clients write them. */
@NullMarked
package io.eventjobs.gateway.web;

import org.jspecify.annotations.NullMarked;
