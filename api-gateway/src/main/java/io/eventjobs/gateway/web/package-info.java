/** Shared by all controllers: response envelope, JSON settings, parsing of bodies, parameters and paths. */
@NullMarked
package io.eventjobs.gateway.web;

import org.jspecify.annotations.NullMarked;
