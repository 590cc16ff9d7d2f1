/** The command demo, and the fictional conference that it serves on loopback. */
@NullMarked
package io.eventjobs.standalone.demo;

import org.jspecify.annotations.NullMarked;
