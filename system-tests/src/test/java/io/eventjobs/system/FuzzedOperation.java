package io.eventjobs.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the API's description, with what a request to it may contain.
 *
 * @param template path with its variables in braces
 * @param bodyType the media type of the body, empty if it has none
 * @param body the schema of the body, missing if it has none
 */
record FuzzedOperation(
        String method,
        String template,
        List<FuzzedParameter> query,
        List<FuzzedParameter> headers,
        String bodyType,
        JsonNode body) {
    private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");

    /** A query parameter or a header. */
    record FuzzedParameter(String name, boolean required, JsonNode schema) {}

    /** All operations, in the order of the description. */
    static List<FuzzedOperation> all(JsonNode description) {
        List<FuzzedOperation> operations = new ArrayList<>();
        description.path("paths").properties().forEach(item -> item.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .map(operation -> of(operation.getKey().toUpperCase(), item.getKey(), operation.getValue()))
                .forEach(operations::add));
        return operations;
    }

    private static FuzzedOperation of(String method, String template, JsonNode operation) {
        Optional<Map.Entry<String, JsonNode>> content =
                operation.path("requestBody").path("content").properties().stream()
                        .findFirst();
        return new FuzzedOperation(
                method,
                template,
                parameters(operation, "query"),
                parameters(operation, "header"),
                content.map(Map.Entry::getKey).orElse(""),
                content.map(entry -> entry.getValue().path("schema")).orElse(operation.path("no body")));
    }

    private static List<FuzzedParameter> parameters(JsonNode operation, String place) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString("").equals(place))
                .map(parameter -> new FuzzedParameter(
                        parameter.path("name").asString(),
                        parameter.path("required").asBoolean(false),
                        parameter.path("schema")))
                .toList();
    }

    boolean hasBody() {
        return !bodyType.isEmpty();
    }

    String name() {
        return method + " " + template;
    }
}
