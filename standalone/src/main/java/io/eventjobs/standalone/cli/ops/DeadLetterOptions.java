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

/** The options that select dead letters: by ids, or by a filter. */
final class DeadLetterOptions {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Parameters(paramLabel = "ID", arity = "0..*", description = "IDs of dead letters; or use the filter options")
    List<String> ids = List.of();

    @Option(names = "--code", description = "Error code, such as HTTP_SERVER_ERROR")
    @Nullable String code;

    @Option(names = "--worker", description = "ID of the worker that had the job")
    @Nullable String worker;

    @Option(names = "--topic", description = "commands for jobs, or reports for messages of workers")
    @Nullable String topic;

    @Option(names = "--batch", description = "ID of a batch")
    @Nullable String batch;

    @Option(names = "--after", description = "Failed at or after this time, such as 2026-01-31T09:30:00Z")
    @Nullable String after;

    @Option(names = "--before", description = "Failed before this time, such as 2026-01-31T09:30:00Z")
    @Nullable String before;

    @Option(names = "--all", description = "All dead letters; required if there are neither IDs nor filter options")
    boolean all;

    /** The filter as query parameters, beginning with {@code &} unless it is empty. */
    String query() {
        return filter().entrySet().stream()
                .map(entry -> "&" + entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    /**
     * The selection as a request body.
     *
     * @throws GatewayException if nothing is selected, not even {@code --all}
     */
    ObjectNode body() {
        ObjectNode body = MAPPER.createObjectNode();
        if (!ids.isEmpty()) {
            ids.forEach(body.putArray("ids")::add);
            return body;
        }
        if (filter().isEmpty() && !all) {
            throw new GatewayException(
                    "no dead letters selected: give IDs, filter options such as --code or --batch, or --all");
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
