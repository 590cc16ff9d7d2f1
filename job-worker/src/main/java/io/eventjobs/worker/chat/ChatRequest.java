package io.eventjobs.worker.chat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A question to a model.
 *
 * @param step name of the step in the usage record
 * @param instructions system prompt; never contains text of a page
 * @param content the data to work on, sent as the user message
 * @param shape required structure of the answer; null for plain text
 * @param maxTokens maximum tokens of the answer, in addition to the configured limit
 */
public record ChatRequest(String step, String instructions, String content, @Nullable Shape shape, int maxTokens) {
    /**
     * The JSON to be returned. The service is asked to conform, but it may not.
     *
     * @param name consists of letters, digits, {@code _} and {@code -}
     * @param schema JSON Schema of an object
     */
    public record Shape(String name, JsonNode schema) {}
}
