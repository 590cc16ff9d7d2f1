package io.eventjobs.benchmarks.peers;

/**
 * What was measured of a job system.
 *
 * @param warmUp jobs between the cold and the warm drain, which are not measured
 */
record PeerResult(String name, String setting, int warmUp, Drain cold, Drain warm) {}
