package io.eventjobs.system;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The parts of a job that change only with its progress, and not with heartbeats. */
record JobView(String id, String status, int run, int executions, String step, String error) {
    private static final Set<String> FINISHED = Set.of("completed", "failed", "cancelled");

    static JobView of(JsonNode job) {
        return new JobView(
                job.path("job_id").asString(),
                job.path("status").asString(),
                job.path("run").asInt(),
                job.path("executions").size(),
                job.path("progress").path("step").asString(""),
                job.path("error").path("code").asString(""));
    }

    boolean isFinished() {
        return FINISHED.contains(status);
    }
}
