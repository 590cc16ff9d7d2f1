package io.eventjobs.worker.session.answer;

import io.eventjobs.template.TemplateField;
import io.eventjobs.worker.chat.ChatAnswer;
import io.eventjobs.worker.chat.ChatClient;
import io.eventjobs.worker.chat.ChatRequest;
import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.endpoint.EndpointFault;
import io.eventjobs.worker.usage.ModelUsages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a model for some fields until each has a valid answer, at most a given number of times: valid answers are kept, and only
 * the other fields are asked for again. The material is sent as data, separate from the instructions.
 */
final class FieldCompletion {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ChatClient chat;
    private final Prompt prompt;
    private final AnswerReader reader;
    private final int maxRepairs;

    FieldCompletion(ChatClient chat, Prompt prompt, AnswerReader reader, int maxRepairs) {
        this.chat = chat;
        this.prompt = prompt;
        this.reader = reader;
        this.maxRepairs = maxRepairs;
    }

    /** @param language to answer in; empty for the language of the material */
    Result complete(List<TemplateField> fields, Material material, String language, ModelUsages usages)
            throws InterruptedException {
        ObjectNode accepted = JSON.createObjectNode();
        List<TemplateField> open = fields;
        Map<String, String> faults = Map.of();
        for (int call = 0; call <= maxRepairs && !open.isEmpty(); call++) {
            try {
                ChatAnswer answer = chat.ask(request(open, content(material, language, faults)), usages);
                faults = accept(answer, open, accepted);
                open = open.stream()
                        .filter(field -> !accepted.has(field.name()))
                        .toList();
            } catch (EndpointException e) {
                if (e.fault() != EndpointFault.UNREADABLE) {
                    return new Result(accepted, open, String.valueOf(e.getMessage()));
                }
                faults = each(open, String.valueOf(e.getMessage()));
            }
        }
        return new Result(accepted, open, open.isEmpty() ? "" : String.join("; ", distinct(faults)));
    }

    private ChatRequest request(List<TemplateField> fields, String content) {
        ChatRequest.Shape shape = new ChatRequest.Shape(prompt.step().name(), AnswerSchema.sent(fields));
        return new ChatRequest(prompt.step().name(), prompt.instructions(fields), content, shape, chat.maxTokens());
    }

    /** Accepts valid answers, and returns what is wrong with the others. */
    private Map<String, String> accept(ChatAnswer answer, List<TemplateField> open, ObjectNode accepted)
            throws EndpointException {
        switch (answer.ending()) {
            case WITHHELD ->
                throw new EndpointException(EndpointFault.REFUSED, "The service withheld the model's answer.");
            case TRUNCATED -> {
                return each(open, "the answer was longer than the model may write: be shorter");
            }
            case COMPLETE -> {}
        }
        JsonNode json = answer.json();
        Map<String, String> faults = reader.faults(json, open);
        for (TemplateField field : open) {
            if (!faults.containsKey(field.name())) {
                accepted.set(field.name(), json.get(field.name()));
            }
        }
        return faults;
    }

    private static String content(Material material, String language, Map<String, String> refused) {
        ObjectNode content = JSON.createObjectNode().put("title", material.title());
        if (!language.isEmpty()) {
            content.put("event", material.event()).put("answer_in", language);
            ArrayNode speakers = content.putArray("speakers");
            material.speakers().forEach(speakers::add);
        }
        ArrayNode pieces = content.putArray("material");
        material.excerpts()
                .forEach(excerpt ->
                        pieces.addObject().put("from", excerpt.from()).put("text", excerpt.text()));
        if (!refused.isEmpty()) {
            ObjectNode faults = content.putObject("refused");
            refused.forEach(faults::put);
        }
        return JSON.writeValueAsString(content);
    }

    private static Map<String, String> each(List<TemplateField> fields, String fault) {
        Map<String, String> faults = new LinkedHashMap<>();
        fields.forEach(field -> faults.put(field.name(), fault));
        return faults;
    }

    private static List<String> distinct(Map<String, String> faults) {
        return faults.values().stream().distinct().toList();
    }

    /**
     * The outcome.
     *
     * @param accepted valid answers, unchanged
     * @param open fields without one
     * @param fault why, empty if there is an answer to each
     */
    record Result(ObjectNode accepted, List<TemplateField> open, String fault) {}
}
