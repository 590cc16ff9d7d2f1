package io.eventjobs.gateway.job;

import io.eventjobs.model.job.JobId;
import java.util.List;

/**
 * Marks of a record that may be cleared: events by id, and the batch mark by version, so that later ones are never cleared.
 *
 * @param publishedEventIds ids of events that Kafka has acknowledged
 * @param countedVersion clear the batch mark if the job still has this version; 0 to keep it
 */
public record Settlement(JobId jobId, List<String> publishedEventIds, long countedVersion) {}
