package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.worker.chat.fixture.ChatEndpoint;
import io.eventjobs.worker.chat.fixture.Reply;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A correct translation into an invented language: each letter from A to Z is replaced by the thirteenth after it. */
public final class PretendedLanguage {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PretendedLanguage() {}

    public static String of(String text) {
        StringBuilder other = new StringBuilder();
        text.chars().forEach(c -> other.append(turned((char) c)));
        return other.toString();
    }

    /** A model that translates everything except what it is told to keep. */
    public static Reply translated(ChatEndpoint.Question question) {
        return translated(question, PretendedLanguage::of);
    }

    /** A model that applies this function to each text. */
    public static Reply translated(ChatEndpoint.Question question, UnaryOperator<String> translation) {
        Map<Integer, String> answers = new TreeMap<>();
        JsonNode keep = JSON.readTree(question.content()).path("keep");
        segments(question).forEach(segment -> {
            String text = translation.apply(segment.path("text").asString());
            for (JsonNode name : keep) {
                text = text.replace(of(name.asString()), name.asString());
            }
            answers.put(segment.path("n").asInt(), text);
        });
        return answer(answers);
    }

    /** A response with these texts under these numbers. */
    public static Reply answer(Map<Integer, String> texts) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode segments = answer.putArray("segments");
        texts.forEach((number, text) -> segments.addObject().put("n", number).put("text", text));
        return Reply.text(answer.toString());
    }

    /** The texts to translate in a request, as JSON. */
    public static JsonNode segments(ChatEndpoint.Question question) {
        return JSON.readTree(question.content()).path("segments");
    }

    /** The texts to translate in a request. */
    public static List<String> texts(ChatEndpoint.Question question) {
        return segments(question).values().stream()
                .map(segment -> segment.path("text").asString())
                .toList();
    }

    /** A model that translates, except where this function changes a text. */
    public static Function<ChatEndpoint.Question, Reply> but(UnaryOperator<String> fault) {
        return question -> translated(question, text -> fault.apply(of(text)));
    }

    private static char turned(char c) {
        if (c >= 'a' && c <= 'z') {
            return (char) ('a' + (c - 'a' + 13) % 26);
        }
        return c >= 'A' && c <= 'Z' ? (char) ('A' + (c - 'A' + 13) % 26) : c;
    }
}
