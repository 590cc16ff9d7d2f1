package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.worker.chat.ChatAnswer;
import io.eventjobs.worker.chat.ChatClient;
import io.eventjobs.worker.chat.ChatRequest;
import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.usage.ModelUsages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Translates with a language model. Texts are sent as data in JSON, separate from the instructions. */
public final class ChatTranslator implements Translator {
    /** Each version of the prompt is a file of its own, and part of the key of checkpoints. */
    private static final String PROMPT = "translation-v1.txt";

    private static final int MAX_TEXTS = 50;
    private static final String SHAPE =
            """
            {"type": "object", "additionalProperties": false, "required": ["segments"], "properties": {"segments":
              {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["n", "text"],
                "properties": {"n": {"type": "integer"}, "text": {"type": "string"}}}}}}""";

    private final ChatClient chat;
    private final Batch batch;
    private final String prompt = read(PROMPT);
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final ChatRequest.Shape shape = new ChatRequest.Shape("translation", mapper.readTree(SHAPE));

    /** @param maxConcurrentCalls of one job */
    public ChatTranslator(ChatClient chat, int maxConcurrentCalls) {
        this.chat = chat;
        // A token has at least two characters in nearly every language; a translation may be longer than its text.
        this.batch = new Batch(chat.maxTokens() * 3 / 2, MAX_TEXTS, maxConcurrentCalls);
    }

    @Override
    public String name() {
        return chat.model();
    }

    @Override
    public String identity() {
        return "chat " + PROMPT + " " + chat.model();
    }

    @Override
    public Batch batch() {
        return batch;
    }

    @Override
    public Map<Integer, String> translate(TranslationRequest request, ModelUsages usages)
            throws EndpointException, InterruptedException {
        ChatRequest chatRequest = new ChatRequest(STEP, prompt, content(request), shape, chat.maxTokens());
        ChatAnswer answer = chat.ask(chatRequest, usages);
        Map<Integer, String> texts = new HashMap<>();
        for (JsonNode segment : answer.json().path("segments")) {
            int number = segment.path("n").asInt(0);
            JsonNode text = segment.path("text");
            boolean isExpected = number >= 1 && number <= request.texts().size() && text.isString();
            if (isExpected && texts.put(number - 1, text.asString().strip()) != null) {
                // Two translations of one text: it is unclear which one is meant.
                return Map.of();
            }
        }
        return texts;
    }

    private String content(TranslationRequest request) {
        ObjectNode content = mapper.createObjectNode();
        content.put("source_language", named(request.languages().source()));
        content.put("target_language", named(request.languages().target()));
        ArrayNode keep = content.putArray("keep");
        request.terms().kept().forEach(keep::add);
        ObjectNode glossary = content.putObject("glossary");
        request.terms().translations().forEach(glossary::put);
        ArrayNode segments = content.putArray("segments");
        List<String> texts = request.texts();
        for (int i = 0; i < texts.size(); i++) {
            ObjectNode segment = segments.addObject().put("n", i + 1).put("text", texts.get(i));
            String refused = request.refused().get(i);
            if (refused != null) {
                segment.put("refused", refused);
            }
        }
        return mapper.writeValueAsString(content);
    }

    private static String named(LanguageTag language) {
        return language.englishName() + " (" + language + ")";
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(ChatTranslator.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
