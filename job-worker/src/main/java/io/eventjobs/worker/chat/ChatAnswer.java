package io.eventjobs.worker.chat;

import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.endpoint.EndpointFault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer of a model.
 *
 * @param text of the answer, possibly empty
 * @param model as named in the response
 * @param ending why the answer ends
 */
public record ChatAnswer(String text, String model, Ending ending) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Why an answer ends. */
    public enum Ending {
        COMPLETE,
        /** It reached the token limit, so the rest is missing. */
        TRUNCATED,
        /** The service withheld it. */
        WITHHELD
    }

    /** Parses the JSON object in the text, with or without a code fence; its structure is not checked. */
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
                    EndpointFault.UNREADABLE, "The model's answer is not JSON: " + e.getOriginalMessage());
        }
        throw new EndpointException(EndpointFault.UNREADABLE, "The model's answer is not a JSON object.");
    }
}
