/** What commands that talk to a gateway share: the options of its URL and key, the HTTP client, the progress line. */
@NullMarked
package io.eventjobs.standalone.client;

import org.jspecify.annotations.NullMarked;
