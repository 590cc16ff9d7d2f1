package io.eventjobs.gateway.stream;

import io.eventjobs.gateway.job.Jobs;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Events as they come from the topic. */
final class SentEvents {
    private SentEvents() {}

    static StreamEvent of(String job, long sequence, String type, int partition, long offset) {
        return event(partition, offset, type, job, null, sequence);
    }

    static StreamEvent event(
            int partition, long offset, String type, String subject, @Nullable String batch, long sequence) {
        byte[] text = ("event: " + type + "\ndata: {}\n\n").getBytes(StandardCharsets.UTF_8);
        return new StreamEvent(partition, offset, offset * 1_000, type, Jobs.TENANT, subject, batch, sequence, text);
    }
}
