package io.eventjobs.worker.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.eventjobs.model.job.ModelUsage;
import io.eventjobs.worker.chat.fixture.ChatEndpoint;
import io.eventjobs.worker.chat.fixture.Reply;
import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.endpoint.EndpointFault;
import io.eventjobs.worker.usage.ModelUsages;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ChatClientTest {
    private static final ChatRequest PLAIN = new ChatRequest("test", "Be kind.", "Hello?", null, 100);
    private static final ChatRequest SHAPED = new ChatRequest(
            "test",
            "Be kind.",
            "Hello?",
            new ChatRequest.Shape("greeting", JsonMapper.builder().build().readTree("{\"type\": \"object\"}")),
            100);

    private final ModelUsages usages = new ModelUsages();
    private ChatEndpoint endpoint;
    private ChatClient client;

    @BeforeEach
    void open() throws IOException {
        endpoint = new ChatEndpoint();
        client = new ChatClient(endpoint.properties(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
        assertThat(endpoint.faults()).isEmpty();
    }

    @Test
    void answersAndRecordsTheUsage() throws Exception {
        ChatAnswer answer = client.ask(PLAIN, usages);
        client.ask(PLAIN, usages);

        assertThat(answer).isEqualTo(new ChatAnswer("Hello.", "stand-in-2026", ChatAnswer.Ending.COMPLETE));
        assertThat(endpoint.questions().getFirst().instructions()).isEqualTo("Be kind.");
        assertThat(endpoint.questions().getFirst().content()).isEqualTo("Hello?");
        assertThat(usages.all()).singleElement().satisfies(usage -> {
            assertThat(usage.step()).isEqualTo("test");
            assertThat(usage.model()).isEqualTo(ChatEndpoint.MODEL);
            assertThat(usage.calls()).isEqualTo(2);
            assertThat(usage.inputTokens()).isEqualTo(20);
            assertThat(usage.outputTokens()).isEqualTo(10);
            assertThat(usage.cost()).isEqualByComparingTo("0.00009");
        });
    }

    @Test
    void countsNoCostWherePricesAreNotConfigured() throws Exception {
        ChatProperties configured = endpoint.properties();
        ChatProperties free = new ChatProperties(
                configured.url(),
                configured.apiKey(),
                configured.model(),
                configured.timeout(),
                configured.maxConcurrentCalls(),
                configured.maxTokens(),
                null,
                null);
        try (ChatClient unpriced = new ChatClient(free, Clock.systemUTC())) {
            unpriced.ask(PLAIN, usages);
        }

        assertThat(usages.all()).extracting(ModelUsage::cost).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1", "/v1/", "/v1/chat/completions"})
    void takesTheUrlOfAServiceInEveryUsualForm(String path) throws Exception {
        ChatProperties properties = new ChatProperties(
                URI.create(endpoint.url().toString().replace("/v1", path)),
                ChatEndpoint.KEY,
                ChatEndpoint.MODEL,
                Duration.ofSeconds(5),
                4,
                100,
                BigDecimal.ONE,
                null);
        try (ChatClient other = new ChatClient(properties, Clock.systemUTC())) {
            assertThat(other.ask(PLAIN, usages).text()).isEqualTo("Hello.");
        }
    }

    @Test
    void limitsTheAnswerToTheSmallerOfRequestedAndConfiguredTokens() throws Exception {
        client.ask(PLAIN, usages);
        client.ask(new ChatRequest("test", "", "", null, 1_000_000), usages);

        assertThat(endpoint.questions())
                .extracting(question -> question.body().path("max_tokens").asInt())
                .containsExactly(100, 4_096);
    }

    @Test
    void retriesTransientFailures() throws Exception {
        endpoint.next(Reply.status(500, "broken"), Reply.wait(1), Reply.status(503, "away"));

        assertThat(client.ask(PLAIN, usages).text()).isEqualTo("Hello.");
        assertThat(endpoint.questions()).hasSize(4);
    }

    @Test
    void doesNotWaitForAServiceThatAsksForLong() {
        endpoint.next(Reply.wait(3_600));

        EndpointException refused = refusal(PLAIN);

        assertThat(refused.fault()).isEqualTo(EndpointFault.THROTTLED);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(endpoint.questions()).hasSize(1);
    }

    @Test
    void doesNotRetryARejectedRequestAndReportsTheReason() {
        endpoint.says(question -> Reply.status(404, "no such model"));

        EndpointException refused = refusal(SHAPED);

        assertThat(refused.fault()).isEqualTo(EndpointFault.REFUSED);
        assertThat(refused).hasMessageContaining("404").hasMessageContaining("no such model");
        assertThat(endpoint.questions()).hasSize(1);
    }

    @Test
    void neverShowsTheKey() {
        endpoint.says(question -> Reply.status(401, "who are you"));

        assertThat(refusal(PLAIN)).hasMessageContaining("401").hasMessageNotContaining(ChatEndpoint.KEY);
    }

    @Test
    void followsNoRedirect() throws IOException {
        try (ChatEndpoint elsewhere = new ChatEndpoint()) {
            endpoint.next(Reply.raw(307, Map.of("Location", elsewhere.url() + "/chat/completions"), ""));

            assertThat(refusal(PLAIN).fault()).isEqualTo(EndpointFault.REFUSED);
            assertThat(elsewhere.questions()).isEmpty();
        }
    }

    @Test
    void detectsATruncatedAnswer() throws Exception {
        endpoint.next(Reply.cut("Hel"));

        assertThat(client.ask(PLAIN, usages).ending()).isEqualTo(ChatAnswer.Ending.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"choices\": []}", "{\"choices\": [{\"message\": null}]}"})
    void callsAnAnswerOfAnotherFormUnreadable(String body) {
        endpoint.next(Reply.raw(200, Map.of(), body));

        assertThat(refusal(PLAIN).fault()).isEqualTo(EndpointFault.UNREADABLE);
    }

    @Test
    void refusesAResponseThatIsTooLarge() {
        endpoint.next(Reply.text("x".repeat(5 << 20)));

        assertThat(refusal(PLAIN).fault()).isEqualTo(EndpointFault.TOO_LARGE);
    }

    @Test
    void requestsTheWantedJsonSchema() throws Exception {
        endpoint.next(Reply.text("{\"a\": 1}"));

        assertThat(client.ask(SHAPED, usages).json().path("a").asInt()).isEqualTo(1);
        assertThat(endpoint.questions()
                        .getFirst()
                        .body()
                        .at("/response_format/json_schema/name")
                        .asString())
                .isEqualTo("greeting");
    }

    @Test
    void asksInAnotherWayWhereSchemasAreRefusedAndRemembersIt() throws Exception {
        endpoint.refuses("json_schema").refuses("json_object").says(question -> Reply.text("```json\n{\"a\": 1}\n```"));

        assertThat(client.ask(SHAPED, usages).json().path("a").asInt()).isEqualTo(1);
        client.ask(SHAPED, usages);

        assertThat(endpoint.questions())
                .extracting(ChatEndpoint.Question::format)
                .containsExactly("json_schema", "json_object", "none", "none");
        assertThat(endpoint.questions().getLast().instructions())
                .startsWith("Be kind.")
                .contains("JSON Schema");
    }

    @Test
    void namesTheBoundOfTheAnswerAsTheServiceWantsIt() throws Exception {
        endpoint.refuses("max_tokens").refuses("temperature");

        assertThat(client.ask(PLAIN, usages).text()).isEqualTo("Hello.");
        assertThat(endpoint.questions()
                        .getLast()
                        .body()
                        .path("max_completion_tokens")
                        .asInt())
                .isEqualTo(100);
        assertThat(endpoint.questions().getLast().body().has("temperature")).isFalse();
    }

    @Test
    void leavesAServiceAloneThatKeepsFailing() {
        endpoint.says(question -> Reply.status(500, "broken"));
        EndpointFault last = EndpointFault.FAILED;
        for (int i = 0; i < 4 && last != EndpointFault.CIRCUIT_OPEN; i++) {
            last = refusal(PLAIN).fault();
        }

        assertThat(last).isEqualTo(EndpointFault.CIRCUIT_OPEN);
        assertThat(endpoint.questions()).hasSizeLessThan(12);
    }

    @Test
    void endsAtOnceWhenItIsInterrupted() throws Exception {
        endpoint.says(question -> Reply.silence());
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread asking = Thread.ofPlatform().start(() -> {
            try {
                client.ask(PLAIN, usages);
            } catch (EndpointException | InterruptedException e) {
                ended.set(e);
            }
        });
        await().until(() -> !endpoint.questions().isEmpty());

        asking.interrupt();

        assertThat(asking.join(Duration.ofSeconds(2))).isTrue();
        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
    }

    private EndpointException refusal(ChatRequest request) {
        return catchThrowableOfType(EndpointException.class, () -> client.ask(request, usages));
    }
}
