package io.eventjobs.standalone.cli.imports;

import io.eventjobs.gateway.imports.ImportPlan;
import io.eventjobs.gateway.imports.ImportRequest;
import io.eventjobs.gateway.imports.SessionJob;
import io.eventjobs.schedule.Schedule;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an import did, or would do, as JSON. */
final class ImportAnswer {
    private ImportAnswer() {}

    /** @param submitted ids of the batches that were submitted; empty for a dry run */
    static JsonNode of(ImportPlan plan, ImportRequest request, List<String> submitted) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("event", request.event());
        for (ImportPlan.Track track : plan.tracks()) {
            answer.withArray("tracks")
                    .addObject()
                    .put("track", track.name())
                    .put("new", track.fresh())
                    .put("changed", track.changed())
                    .put("unchanged", track.unchanged());
        }
        answer.put(
                "job_count",
                plan.batches().stream().mapToInt(batch -> batch.jobs().size()).sum());
        submitted.forEach(answer.putArray("batch_ids")::add);
        plan.withoutPage().forEach(answer.putArray("without_page")::add);
        plan.gone().forEach(answer.putArray("gone")::add);
        return answer;
    }

    /** What a schedule holds, if no gateway can say what of it is new. */
    static JsonNode of(Schedule schedule, ImportRequest request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("event", request.event()).put("gateway", false);
        TreeMap<String, Integer> tracks = new TreeMap<>();
        schedule.sessions().forEach(session -> tracks.merge(SessionJob.trackOf(session), 1, Integer::sum));
        tracks.forEach((track, sessions) ->
                answer.withArray("tracks").addObject().put("track", track).put("sessions", sessions));
        return answer;
    }
}
