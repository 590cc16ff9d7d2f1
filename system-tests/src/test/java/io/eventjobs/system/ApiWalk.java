package io.eventjobs.system;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** All operations of the OpenAPI document, with parameters filled in. */
final class ApiWalk {
    private final JsonNode paths;

    private ApiWalk(JsonNode paths) {
        this.paths = paths;
    }

    static ApiWalk of(Gateway gateway) {
        return new ApiWalk(
                Gateway.json(gateway.sendWithoutKey("GET", "/openapi.json", "")).path("paths"));
    }

    List<Call> calls() {
        return paths.properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("operationId"))
                        .map(operation -> new Call(
                                operation.getKey().toUpperCase(),
                                path.getKey(),
                                operation.getValue().path("x-role").asString(""))))
                .toList();
    }

    /**
     * An operation.
     *
     * @param role that it says it needs, empty if it does not
     */
    record Call(String method, String path, String role) {
        private static final Map<String, String> BODIES = Map.of(
                "/change-language", "{\"target_language\":\"fr\"}",
                "/api/ops/keys", "{\"tenant\":\"walked\",\"role\":\"viewer\"}",
                "/dead-letters/replay", "{\"filter\":{},\"dry_run\":true}",
                "/dead-letters/discard", "{\"filter\":{},\"dry_run\":true}");

        boolean hasParameter() {
            return path.contains("{");
        }

        /** With these ids in place of parameters: the longest beginning of the path decides, {@code /api/jobs/batch/} before {@code /api/jobs/}. */
        String at(Map<String, String> ids) {
            String parameter = Stream.of(path.split("[{}]")).skip(1).findFirst().orElse("");
            return ids.entrySet().stream()
                    .filter(entry -> path.startsWith(entry.getKey()))
                    .max((one, other) -> Integer.compare(
                            one.getKey().length(), other.getKey().length()))
                    .map(entry -> path.replace("{" + parameter + "}", entry.getValue()))
                    .orElseThrow(() -> new AssertionError("no id for " + path));
        }

        String body() {
            return BODIES.entrySet().stream()
                    .filter(entry -> path.endsWith(entry.getKey()) && method.equals("POST"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
