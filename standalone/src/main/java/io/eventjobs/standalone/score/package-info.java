/** How well the worker reads pages, measured on a folder of pages whose text is known. */
@NullMarked
package io.eventjobs.standalone.score;

import org.jspecify.annotations.NullMarked;
