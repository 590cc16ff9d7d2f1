package io.eventjobs.worker.chat;

import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.endpoint.EndpointFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model answered.
 *
 * @param text as it came; may be empty
 * @param model that says it answered
 * @param ending why it ends where it does
 */
public record ChatAnswer(String text, String model, Ending ending) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Why an answer ends. */
    public enum Ending {
        WHOLE,
        /** It came to the most tokens: the rest is missing. */
        CUT,
        /** The service held it back. */
        WITHHELD
    }

    /** The object that the text holds, alone or in a fenced block; of its shape nothing is said. */
    public JsonNode json() throws EndpointException {
        String object = text.strip();
        if (object.startsWith("```")) {
            int start = object.indexOf('\n');
            int end = object.lastIndexOf("```");
            object = start > 0 && end > start ? object.substring(start, end) : object;
        }
        try {
            JsonNode node = JSON.readTree(object);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new EndpointException(
                    EndpointFault.UNREADABLE, "The model's answer is no JSON: " + e.getOriginalMessage());
        }
        throw new EndpointException(EndpointFault.UNREADABLE, "The model's answer is no JSON object.");
    }
}
