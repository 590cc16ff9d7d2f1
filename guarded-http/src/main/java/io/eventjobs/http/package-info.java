/** The one client for addresses that users give: it dials nothing but what it checked, and nothing without bounds. */
@NullMarked
package io.eventjobs.http;

import org.jspecify.annotations.NullMarked;
