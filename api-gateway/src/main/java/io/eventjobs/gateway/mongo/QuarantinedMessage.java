package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.DeadLetter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be read or projected.
 *
 * @param id derived from the position in Kafka, so that the same message is stored once
 * @param topic without the prefix: {@code commands} or {@code reports}
 * @param key of the message, null if it had none
 * @param bytes original bytes; of a command at most 128 KiB
 * @param replayId the replay that resent it, null if none did
 */
public record QuarantinedMessage(
        String id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        String reason,
        byte[] bytes,
        Instant at,
        DeadLetter.State state,
        @Nullable String replayId) {}
