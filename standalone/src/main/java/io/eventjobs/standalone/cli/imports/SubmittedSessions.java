package io.eventjobs.standalone.cli.imports;

import io.eventjobs.gateway.imports.UrlList;
import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.FieldText;
import io.eventjobs.standalone.client.GatewayClient;
import io.eventjobs.standalone.client.JobOrBatch;
import io.eventjobs.standalone.client.ProgressLine;
import io.eventjobs.standalone.client.ResourcePath;
import io.eventjobs.standalone.client.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Submits sessions that are no schedule: completes their fields from the options, and makes a batch of them. */
final class SubmittedSessions {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ClientCommand client;
    private final ImportOptions options;
    private final @Nullable String batchName;
    private final CommandLine command;

    /** @param command whose help a user is referred to */
    SubmittedSessions(ClientCommand client, ImportOptions options, @Nullable String batchName, CommandLine command) {
        this.client = client;
        this.options = options;
        this.batchName = batchName;
        this.command = command;
    }

    /** The sessions of a JSON array. */
    static List<Map<String, Object>> read(JsonNode sessions) {
        List<Map<String, Object>> read = new ArrayList<>();
        for (JsonNode session : sessions) {
            Map<String, Object> fields = new LinkedHashMap<>();
            session.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            read.add(fields);
        }
        return read;
    }

    /** Submits a request body of the API as it is, and returns the exit code. */
    int request(JsonNode body, String text) throws InterruptedException {
        boolean isBatch = body.has("jobs");
        boolean isGeneral = body.has("job_type") || body.path("jobs").path(0).has("job_type");
        if (options.dryRun) {
            return client.show(
                    body,
                    out -> out.println("Would submit "
                            + (isBatch ? "a batch of " + body.path("jobs").size() + " jobs" : "a job")));
        }
        String general = isBatch ? "/api/jobs/batch" : "/api/jobs";
        String ofSessions = ResourcePath.eventJob(isBatch ? "batches" : "jobs").text();
        return submitted(client.gateway().post(isGeneral ? general : ofSessions, text));
    }

    /** Submits sessions as one batch, or says what would be submitted; returns the exit code. */
    int submit(List<Map<String, Object>> sessions) throws InterruptedException {
        List<Map<String, Object>> jobs = sessions.stream()
                .map(this::completed)
                .filter(job -> options.tracks.isEmpty()
                        || options.tracks.stream().anyMatch(text(job, "track")::equalsIgnoreCase))
                .toList();
        if (jobs.isEmpty()) {
            throw new ParameterException(command, "there is no session to submit");
        }
        ObjectNode body = MAPPER.createObjectNode();
        body.put("batch_name", batchName == null ? text(jobs.getFirst(), "event") : batchName);
        body.set("jobs", MAPPER.valueToTree(jobs));
        if (options.dryRun) {
            return client.show(body, out -> {
                new Table("track", "session", "url").addAll(body.path("jobs")).print(out);
                out.println("Would submit " + jobs.size() + (jobs.size() == 1 ? " job" : " jobs") + " in 1 batch");
            });
        }
        String path = ResourcePath.eventJob("batches").text();
        return submitted(client.gateway().post(path, body.toString()));
    }

    private Map<String, Object> completed(Map<String, Object> session) {
        Map<String, Object> job = new LinkedHashMap<>(session);
        if (options.event != null) {
            job.put("event", options.event);
        }
        if (!job.containsKey("event")) {
            throw new ParameterException(
                    command, "--event is required: the session " + text(job, "session") + " names no conference");
        }
        if (!job.containsKey("session") && job.containsKey("url")) {
            job.put("session", UrlList.title(text(job, "url")));
        }
        job.putIfAbsent("target_language", options.language);
        return job;
    }

    private int submitted(JsonNode answer) throws InterruptedException {
        String batch = FieldText.of(answer, "batch_id");
        String id = answer.has("job_count") ? batch : FieldText.of(answer, "job_id");
        client.show(answer, out -> out.println(id));
        if (!options.wait) {
            return 0;
        }
        ProgressLine line = new ProgressLine(client.json() ? client.err() : client.out());
        GatewayClient gateway = client.gateway();
        JsonNode last = new JobOrBatch(id).watch(gateway, line::show);
        line.end();
        boolean isWhole =
                last.path("completed_count").asInt() == last.path("job_count").asInt();
        return FieldText.of(last, "status").equals("completed") && isWhole ? 0 : 1;
    }

    private static String text(Map<String, Object> job, String field) {
        Object value = job.getOrDefault(field, "");
        return value instanceof JsonNode node ? node.asString("") : value.toString();
    }
}
