/** Names of settings that are not ours are named at the start, since Spring ignores what it does not know. */
@NullMarked
package io.eventjobs.standalone.settings;

import org.jspecify.annotations.NullMarked;
