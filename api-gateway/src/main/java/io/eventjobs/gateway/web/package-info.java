/** What all controllers share: the envelope of success, JSON settings, paths as clients write them. */
@NullMarked
package io.eventjobs.gateway.web;

import org.jspecify.annotations.NullMarked;
