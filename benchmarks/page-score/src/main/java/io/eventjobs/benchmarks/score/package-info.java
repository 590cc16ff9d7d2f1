/** Measures how well page-reader extracts the main content, on a folder of pages whose text is known. */
@NullMarked
package io.eventjobs.benchmarks.score;

import org.jspecify.annotations.NullMarked;
