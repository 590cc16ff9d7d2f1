package io.eventjobs.worker.chat;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a service wants to be asked: compatible services take different parts of the same form.
 *
 * @param structure how it is asked for JSON
 * @param tokens the field that bounds the answer
 * @param temperature whether it may be told not to vary
 */
record ChatDialect(Structure structure, TokenField tokens, boolean temperature) {
    static final ChatDialect FIRST = new ChatDialect(Structure.SCHEMA, TokenField.MAX_TOKENS, true);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    enum Structure {
        /** By a schema that it keeps to. */
        SCHEMA,
        /** By the wish for an object; the schema stands in the instructions. */
        OBJECT,
        /** By the instructions alone. */
        WORDS
    }

    enum TokenField {
        MAX_TOKENS,
        MAX_COMPLETION_TOKENS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The body of a call. */
    byte[] body(ChatRequest request, String model, int maxTokens) {
        ObjectNode body = JSON.createObjectNode();
        body.put("model", model);
        ArrayNode messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", instructions(request));
        messages.addObject().put("role", "user").put("content", request.content());
        body.put(tokens.word(), Math.min(maxTokens, request.maxTokens()));
        if (temperature) {
            body.put("temperature", 0);
        }
        addStructure(body, request.shape());
        return JSON.writeValueAsBytes(body);
    }

    /** The next way to ask after a refusal, empty if there is none that might help. */
    Optional<ChatDialect> after(String words, boolean wantsJson) {
        String said = words.toLowerCase(Locale.ROOT);
        if (tokens == TokenField.MAX_TOKENS && said.contains(TokenField.MAX_COMPLETION_TOKENS.word())) {
            return Optional.of(new ChatDialect(structure, TokenField.MAX_COMPLETION_TOKENS, temperature));
        }
        if (temperature && said.contains("temperature")) {
            return Optional.of(new ChatDialect(structure, tokens, false));
        }
        if (!wantsJson) {
            return Optional.empty();
        }
        return switch (structure) {
            case SCHEMA -> Optional.of(new ChatDialect(Structure.OBJECT, tokens, temperature));
            case OBJECT -> Optional.of(new ChatDialect(Structure.WORDS, tokens, temperature));
            case WORDS -> Optional.empty();
        };
    }

    private String instructions(ChatRequest request) {
        ChatRequest.Shape shape = request.shape();
        return shape == null || structure == Structure.SCHEMA
                ? request.instructions()
                : request.instructions()
                        + "\n\nAnswer with one JSON object that fits this JSON Schema, and with nothing else:\n"
                        + shape.schema();
    }

    private void addStructure(ObjectNode body, ChatRequest.@Nullable Shape shape) {
        if (shape == null) {
            return;
        }
        switch (structure) {
            case SCHEMA -> {
                ObjectNode format = body.putObject("response_format").put("type", "json_schema");
                format.putObject("json_schema")
                        .put("name", shape.name())
                        .put("strict", true)
                        .set("schema", shape.schema());
            }
            case OBJECT -> body.putObject("response_format").put("type", "json_object");
            case WORDS -> {}
        }
    }
}
