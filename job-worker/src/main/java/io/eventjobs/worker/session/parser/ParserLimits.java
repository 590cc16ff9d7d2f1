package io.eventjobs.worker.session.parser;

import java.time.Duration;

/**
 * The limits of parser processes.
 *
 * @param processes maximum number of them, hence of documents that are read at once
 * @param heapBytes maximum heap of a process
 * @param timeout maximum time for a file
 * @param filesPerProcess a process is replaced after so many files
 * @param idleBytes a process that occupies more memory than this after a file is replaced
 */
record ParserLimits(int processes, long heapBytes, Duration timeout, int filesPerProcess, long idleBytes) {}
