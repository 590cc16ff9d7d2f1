package io.eventjobs.benchmarks.peers;

/**
 * A measured drain.
 *
 * @param storedPerSecond how fast the jobs were stored
 * @param perSecond jobs over the time from the first execution to the record of the last one; it does not count the start of the scheduler
 * @param cpuMillisPerJob of this process and of PostgreSQL's processes
 * @param executions of the jobs; more than jobs if some ran twice
 */
record Drain(int jobs, double storedPerSecond, double perSecond, double cpuMillisPerJob, long executions) {}
