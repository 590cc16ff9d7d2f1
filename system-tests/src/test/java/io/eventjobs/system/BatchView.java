package io.eventjobs.system;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The parts of a batch that change with its jobs. */
record BatchView(String status, List<Integer> counts) {
    static final List<String> STATES = List.of("pending", "processing", "completed", "failed", "cancelled");

    static BatchView of(JsonNode batch) {
        return new BatchView(
                batch.path("status").asString(),
                STATES.stream()
                        .map(state -> batch.path(state + "_count").asInt())
                        .toList());
    }
}
