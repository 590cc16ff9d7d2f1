package io.eventjobs.worker.chat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One question to a model.
 *
 * @param step what it is for, as it stands in the usage
 * @param instructions what the model is told; never holds text of a page
 * @param content what it works on: data, however it reads
 * @param shape of the answer; null for plain text
 * @param maxTokens most tokens of the answer; what is configured bounds it too
 */
public record ChatRequest(String step, String instructions, String content, @Nullable Shape shape, int maxTokens) {
    /**
     * JSON that is wanted. The service is asked to keep to it, which does not mean that it does.
     *
     * @param name of letters, digits, {@code _} and {@code -}
     * @param schema JSON Schema of an object
     */
    public record Shape(String name, JsonNode schema) {}
}
