package io.eventjobs.worker.chat;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A variant of the chat request: compatible services support different subsets of its parameters.
 *
 * @param structure how JSON output is requested
 * @param tokens name of the parameter that limits the answer
 * @param temperature whether the temperature may be set to 0
 */
record ChatDialect(Structure structure, TokenField tokens, boolean temperature) {
    static final ChatDialect FIRST = new ChatDialect(Structure.SCHEMA, TokenField.MAX_TOKENS, true);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    enum Structure {
        /** A JSON schema that the service enforces. */
        SCHEMA,
        /** JSON mode; the schema is part of the instructions. */
        OBJECT,
        /** Instructions only. */
        WORDS
    }

    enum TokenField {
        MAX_TOKENS,
        MAX_COMPLETION_TOKENS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The body of a request. */
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

    /** The dialect to try after a rejection; empty if no other one could help. */
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
