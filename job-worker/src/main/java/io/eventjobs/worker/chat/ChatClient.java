package io.eventjobs.worker.chat;

import io.eventjobs.model.job.ModelUsage;
import io.eventjobs.worker.endpoint.EndpointClient;
import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.endpoint.EndpointFault;
import io.eventjobs.worker.endpoint.EndpointLimits;
import io.eventjobs.worker.usage.ModelUsages;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Client of the configured language model. Calls are bounded in size, time and number; transient failures are retried; if the service
 * rejects a request parameter, another {@link ChatDialect} is tried and then kept. Usage is recorded even if the answer cannot be used.
 * Thread-safe; an interrupt ends a call at once.
 */
public final class ChatClient implements AutoCloseable {
    private static final int MAX_ATTEMPTS = 4;
    private static final int MAX_RESPONSE_BYTES = 4 << 20;
    private static final String PATH = "/chat/completions";
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final ChatProperties properties;
    private final URI address;
    private final EndpointClient endpoint;
    private volatile ChatDialect dialect = ChatDialect.FIRST;
    private final JsonMapper mapper = JsonMapper.builder().build();

    /** @param properties must contain a URL */
    public ChatClient(ChatProperties properties, Clock clock) {
        this.properties = properties;
        address = address(Objects.requireNonNull(properties.url(), "url"));
        endpoint = new EndpointClient(
                "The chat endpoint",
                new EndpointLimits(
                        properties.timeout(), MAX_ATTEMPTS, properties.maxConcurrentCalls(), MAX_RESPONSE_BYTES),
                clock);
    }

    /** The configured name of the model. */
    public String model() {
        return properties.model();
    }

    /** The configured maximum number of tokens in an answer. */
    public int maxTokens() {
        return properties.maxTokens();
    }

    /** Requests one answer from the model. */
    public ChatAnswer ask(ChatRequest request, ModelUsages usages) throws EndpointException, InterruptedException {
        return ask(request, dialect, usages);
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private ChatAnswer ask(ChatRequest request, ChatDialect tried, ModelUsages usages)
            throws EndpointException, InterruptedException {
        byte[] body;
        try {
            body = endpoint.call(request(tried.body(request, properties.model(), properties.maxTokens())));
        } catch (EndpointException e) {
            Optional<ChatDialect> next = isRequestRejected(e)
                    ? tried.after(String.valueOf(e.getMessage()), request.shape() != null)
                    : Optional.empty();
            if (next.isEmpty()) {
                if (e.fault().hasReachedService()) {
                    count(0, 0, request.step(), usages);
                }
                throw e;
            }
            return ask(request, next.get(), usages);
        }
        dialect = tried;
        return read(body, request.step(), usages);
    }

    private static boolean isRequestRejected(EndpointException e) {
        return e.fault() == EndpointFault.REFUSED && (e.status() == 400 || e.status() == 422);
    }

    private HttpRequest request(byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        String key = properties.apiKey();
        if (key != null && !key.isBlank()) {
            request.header("Authorization", "Bearer " + key.strip());
        }
        return request.build();
    }

    private ChatAnswer read(byte[] body, String step, ModelUsages usages) throws EndpointException {
        JsonNode response;
        try {
            response = mapper.readTree(body);
        } catch (JacksonException e) {
            count(0, 0, step, usages);
            throw unreadable("is not JSON");
        }
        // A response without usage data counts as well.
        JsonNode usage = response.path("usage");
        count(tokens(usage, "prompt_tokens"), tokens(usage, "completion_tokens"), step, usages);
        JsonNode choice = response.path("choices").path(0);
        if (!choice.path("message").isObject()) {
            throw unreadable("has no message");
        }
        String text = choice.path("message").path("content").asString("");
        String model = response.path("model").asString(properties.model());
        return new ChatAnswer(text, model, ending(choice.path("finish_reason").asString("stop")));
    }

    private static long tokens(JsonNode usage, String name) {
        return Math.max(0, usage.path(name).asLong(0));
    }

    private void count(long in, long out, String step, ModelUsages usages) {
        usages.add(ModelUsage.ofText(step, properties.model(), in, out, cost(in, out)));
    }

    private @Nullable BigDecimal cost(long in, long out) {
        BigDecimal priceIn = properties.pricePerMillionInputTokens();
        BigDecimal priceOut = properties.pricePerMillionOutputTokens();
        if (priceIn == null && priceOut == null) {
            return null;
        }
        return price(priceIn, in).add(price(priceOut, out));
    }

    private static BigDecimal price(@Nullable BigDecimal ofMillion, long tokens) {
        return ofMillion == null
                ? BigDecimal.ZERO
                : ofMillion.multiply(BigDecimal.valueOf(tokens)).divide(MILLION);
    }

    private static ChatAnswer.Ending ending(String reason) {
        return switch (reason) {
            case "length" -> ChatAnswer.Ending.TRUNCATED;
            case "content_filter" -> ChatAnswer.Ending.WITHHELD;
            default -> ChatAnswer.Ending.COMPLETE;
        };
    }

    private static EndpointException unreadable(String fault) {
        return new EndpointException(EndpointFault.UNREADABLE, "The response of the chat endpoint " + fault + ".");
    }

    /** A bare host or base URL is completed with the path of the chat endpoint. */
    private static URI address(URI url) {
        String text = url.toString().strip().replaceAll("/+$", "");
        if (text.endsWith(PATH)) {
            return URI.create(text);
        }
        boolean isHostOnly = URI.create(text).getRawPath() == null
                || URI.create(text).getRawPath().isEmpty();
        return URI.create(text + (isHostOnly ? "/v1" : "") + PATH);
    }
}
