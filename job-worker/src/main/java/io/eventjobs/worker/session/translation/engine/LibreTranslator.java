package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.model.job.ModelUsage;
import io.eventjobs.worker.endpoint.EndpointClient;
import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.endpoint.EndpointFault;
import io.eventjobs.worker.endpoint.EndpointLimits;
import io.eventjobs.worker.usage.ModelUsages;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Translates with LibreTranslate. Texts are sent as HTML, in which marks, names and terms of the glossary are marked as not to be
 * translated. A text whose translation was not acceptable is translated piece by piece between its marks, so that none gets lost.
 */
public final class LibreTranslator implements Translator, AutoCloseable {
    private static final String NAME = "LibreTranslate";
    private static final int MAX_TRIES = 3;
    private static final int MAX_RESPONSE_BYTES = 4 << 20;
    private static final int MAX_CHARACTERS = 4_000;
    private static final int MAX_TEXTS = 40;

    private final URI base;
    private final @Nullable String key;
    private final EndpointClient endpoint;
    private final Batch batch;
    private final LibreLanguages languages = new LibreLanguages();
    private final JsonMapper mapper = JsonMapper.builder().build();

    /**
     * @param url of the service, without the path of an operation
     * @param key null if it requires none
     * @param limits of calls
     */
    public LibreTranslator(URI url, @Nullable String key, Limits limits, Clock clock) {
        this.base = URI.create(url.toString().strip().replaceAll("(?:/translate)?/*$", ""));
        this.key = key == null || key.isBlank() ? null : key.strip();
        this.batch = new Batch(
                MAX_CHARACTERS, MAX_TEXTS, Math.min(limits.maxConcurrentCallsPerJob(), limits.maxConcurrentCalls()));
        this.endpoint = new EndpointClient(
                NAME,
                new EndpointLimits(limits.timeout(), MAX_TRIES, limits.maxConcurrentCalls(), MAX_RESPONSE_BYTES),
                clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String identity() {
        return "libretranslate html-v1";
    }

    @Override
    public Batch batch() {
        return batch;
    }

    @Override
    public Map<Integer, String> translate(TranslationRequest request, ModelUsages usages)
            throws EndpointException, InterruptedException {
        List<MarkedHtml> texts = new ArrayList<>();
        for (int i = 0; i < request.texts().size(); i++) {
            boolean isCut = request.refused().containsKey(i);
            texts.add(MarkedHtml.of(request.texts().get(i), request.terms(), isCut));
        }
        List<String> sent =
                texts.stream().flatMap(text -> text.pieces().stream()).toList();
        JsonNode answer = counted(request(sent, languages.codes(request.languages(), this::known)), usages);
        JsonNode translated = answer.path("translatedText");
        if (translated.size() != sent.size()) {
            return Map.of();
        }
        Map<Integer, String> answers = new HashMap<>();
        int next = 0;
        for (int i = 0; i < texts.size(); i++) {
            List<String> pieces = new ArrayList<>();
            for (int piece = 0; piece < texts.get(i).pieces().size(); piece++) {
                pieces.add(translated.path(next++).asString(""));
            }
            answers.put(i, texts.get(i).text(pieces));
        }
        return answers;
    }

    @Override
    public void close() {
        endpoint.close();
    }

    /**
     * How it is called.
     *
     * @param timeout of one try
     * @param maxConcurrentCalls from this worker
     * @param maxConcurrentCallsPerJob of this worker
     */
    public record Limits(Duration timeout, int maxConcurrentCalls, int maxConcurrentCallsPerJob) {}

    private HttpRequest request(List<String> texts, LanguagePair codes) {
        ObjectNode body = mapper.createObjectNode();
        ArrayNode q = body.putArray("q");
        texts.forEach(q::add);
        body.put("source", codes.source().value());
        body.put("target", codes.target().value());
        body.put("format", "html");
        if (key != null) {
            body.put("api_key", key);
        }
        return HttpRequest.newBuilder(URI.create(base + "/translate"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)))
                .build();
    }

    private JsonNode counted(HttpRequest request, ModelUsages usages) throws EndpointException, InterruptedException {
        try {
            JsonNode answer = answer(request);
            usages.add(ModelUsage.ofText(STEP, NAME, 0, 0, null));
            return answer;
        } catch (EndpointException e) {
            if (e.fault().hasReachedService()) {
                usages.add(ModelUsage.ofText(STEP, NAME, 0, 0, null));
            }
            throw e;
        }
    }

    private JsonNode known() throws EndpointException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(base + "/languages")).build());
    }

    private JsonNode answer(HttpRequest request) throws EndpointException, InterruptedException {
        try {
            return mapper.readTree(endpoint.call(request));
        } catch (JacksonException e) {
            throw new EndpointException(EndpointFault.UNREADABLE, "The response of " + NAME + " is not valid JSON.");
        }
    }
}
