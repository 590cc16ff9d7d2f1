/** An HTTP client for addresses that users supply: safe against SSRF, with limits on everything a host controls. */
@NullMarked
package io.eventjobs.http;

import org.jspecify.annotations.NullMarked;
