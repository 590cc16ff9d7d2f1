package io.eventjobs.gateway.job;

import io.eventjobs.model.job.JobId;
import java.util.List;

/**
 * What may be cleared from a record, of events by id and of the batch mark by version, so that nothing that came since is
 * cleared with it.
 *
 * @param publishedEventIds ids of events that Kafka has acknowledged
 * @param countedVersion clear the batch mark if the job is still at this version; 0 to leave it
 */
public record Settlement(JobId jobId, List<String> publishedEventIds, long countedVersion) {}
