package io.eventjobs.standalone.cli.ops;

import io.eventjobs.standalone.client.GatewayException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which dead letters are meant: by ids, or all that match. */
final class DeadLetterOptions {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Ids; or narrow by the options")
    List<String> ids = List.of();

    @Option(names = "--code", description = "Error code, such as HTTP_SERVER_ERROR")
    @Nullable String code;

    @Option(names = "--worker", description = "Id of the worker that had the job")
    @Nullable String worker;

    @Option(names = "--topic", description = "commands for jobs, reports for messages of workers")
    @Nullable String topic;

    @Option(names = "--batch", description = "Id of a batch")
    @Nullable String batch;

    @Option(names = "--after", description = "Failed at or after, as 2026-01-31T09:30:00Z")
    @Nullable String after;

    @Option(names = "--before", description = "Failed before, as 2026-01-31T09:30:00Z")
    @Nullable String before;

    @Option(names = "--all", description = "All of them; needed when neither ids nor options are given")
    boolean all;

    /** As query parameters, from the first {@code &}. */
    String query() {
        return filter().entrySet().stream()
                .map(entry -> "&" + entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    /**
     * As the body of a request.
     *
     * @throws GatewayException if all might be meant and it is not said
     */
    ObjectNode body() {
        ObjectNode body = MAPPER.createObjectNode();
        if (!ids.isEmpty()) {
            ids.forEach(body.putArray("ids")::add);
            return body;
        }
        if (filter().isEmpty() && !all) {
            throw new GatewayException("Which? Name ids, narrow by --code, --batch, … or say --all.");
        }
        ObjectNode filter = body.putObject("filter");
        filter().forEach(filter::put);
        return body;
    }

    private Map<String, String> filter() {
        Map<String, String> filter = new LinkedHashMap<>();
        put(filter, "code", code);
        put(filter, "worker", worker);
        put(filter, "topic", topic);
        put(filter, "batch_id", batch);
        put(filter, "failed_after", after);
        put(filter, "failed_before", before);
        return filter;
    }

    private static void put(Map<String, String> filter, String name, @Nullable String value) {
        if (value != null) {
            filter.put(name, value);
        }
    }
}
