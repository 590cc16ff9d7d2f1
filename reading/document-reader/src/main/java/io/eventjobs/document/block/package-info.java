/** What documents of every format are read into, and how it is written as Markdown. */
@NullMarked
package io.eventjobs.document.block;

import org.jspecify.annotations.NullMarked;
