package io.eventjobs.gateway.stream;

import io.eventjobs.model.job.BatchId;
import java.util.Optional;

/** Where whoever has just read a batch can follow what happens from then on, without the history that its stream begins with. */
@FunctionalInterface
public interface BatchStreamAddress {
    /** Path and query; empty while this gateway does not know the end of the topic. */
    Optional<String> fromNowOn(BatchId batch);
}
