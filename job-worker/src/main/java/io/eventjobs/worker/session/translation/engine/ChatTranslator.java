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

/** Translates by a language model. Texts are sent as data in JSON, apart from what the model is told. */
public final class ChatTranslator implements Translator {
    /** Another version is another file: translations that were kept know by which one they were made. */
    private static final String PROMPT = "translation-v1.txt";

    private static final int MAX_TEXTS = 50;
    private static final String SHAPE =
            """
            {"type": "object", "additionalProperties": false, "required": ["segments"], "properties": {"segments":
              {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["n", "text"],
                "properties": {"n": {"type": "integer"}, "text": {"type": "string"}}}}}}""";

    private final ChatClient chat;
    private final Portion portion;
    private final String prompt = read(PROMPT);
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final ChatRequest.Shape shape = new ChatRequest.Shape("translation", mapper.readTree(SHAPE));

    /** @param parallel most calls of one job at once */
    public ChatTranslator(ChatClient chat, int parallel) {
        this.chat = chat;
        // A token has two characters at least in nearly every language; a translation may be longer than its text.
        this.portion = new Portion(chat.maxTokens() * 3 / 2, MAX_TEXTS, parallel);
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
    public Portion portion() {
        return portion;
    }

    @Override
    public Map<Integer, String> translate(TranslationRequest order, ModelUsages usages)
            throws EndpointException, InterruptedException {
        ChatRequest request = new ChatRequest(STEP, prompt, content(order), shape, chat.maxTokens());
        ChatAnswer answer = chat.ask(request, usages);
        Map<Integer, String> texts = new HashMap<>();
        for (JsonNode segment : answer.json().path("segments")) {
            int number = segment.path("n").asInt(0);
            JsonNode text = segment.path("text");
            boolean isAsked = number >= 1 && number <= order.texts().size() && text.isString();
            if (isAsked && texts.put(number - 1, text.asString().strip()) != null) {
                // Two translations of one text: nobody knows which is meant.
                return Map.of();
            }
        }
        return texts;
    }

    private String content(TranslationRequest order) {
        ObjectNode content = mapper.createObjectNode();
        content.put("source_language", named(order.languages().source()));
        content.put("target_language", named(order.languages().target()));
        ArrayNode keep = content.putArray("keep");
        order.terms().kept().forEach(keep::add);
        ObjectNode glossary = content.putObject("glossary");
        order.terms().translations().forEach(glossary::put);
        ArrayNode segments = content.putArray("segments");
        List<String> texts = order.texts();
        for (int i = 0; i < texts.size(); i++) {
            ObjectNode segment = segments.addObject().put("n", i + 1).put("text", texts.get(i));
            String refused = order.refused().get(i);
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
