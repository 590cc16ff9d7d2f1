package io.eventjobs.gateway.job;

/**
 * When a job whose workers are lost is isolated, and when it fails. Who is lost with a worker is not known to be the cause; who was alone in
 * it is.
 *
 * @param beforeAlone number of lost leases after which a job runs alone in its worker
 * @param alone number of lost leases while it ran alone after which the job fails
 * @param total number of lost leases of any kind after which the job fails; with workers that know of running alone, the others come first
 */
public record InterruptionLimits(int beforeAlone, int alone, int total) {}
