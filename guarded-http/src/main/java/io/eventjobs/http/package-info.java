@NullMarked
package io.eventjobs.http;

import org.jspecify.annotations.NullMarked;
