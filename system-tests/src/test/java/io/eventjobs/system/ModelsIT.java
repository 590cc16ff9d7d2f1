package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eventjobs.worker.chat.fixture.ChatEndpoint;
import io.eventjobs.worker.chat.fixture.Reply;
import io.eventjobs.worker.session.translation.engine.LibreEndpoint;
import io.eventjobs.worker.session.translation.engine.PretendedLanguage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Language models and translators, configured through environment variables. The stand-ins validate the requests they receive.
 */
class ModelsIT {
    private static final String PROSE = "how a queue that never loses a job is built";
    private static final String ANSWER =
            """
            {"summary": "It is about queues.", "highlights": [{"heading": "Why", "text": "Because."}], "tags": ["Queues"]}""";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private TestSite site;

    @BeforeEach
    void openSite() {
        site = TestSite.start();
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void aChatEndpointTranslatesAndAnswersForGatewayAndWorker() throws IOException {
        try (ChatEndpoint model = new ChatEndpoint().says(ModelsIT::answer);
                Cluster cluster = Cluster.withServices(folder)) {
            cluster.set("EVENT_JOBS_CHAT_URL", model.url().toString());
            cluster.set("EVENT_JOBS_CHAT_API_KEY", ChatEndpoint.KEY);
            cluster.set("EVENT_JOBS_CHAT_MODEL", ChatEndpoint.MODEL);
            cluster.set("EVENT_JOBS_CHAT_PRICE_PER_MILLION_INPUT_TOKENS", "1000");
            cluster.set("EVENT_JOBS_CHAT_PRICE_PER_MILLION_OUTPUT_TOKENS", "2000");
            Gateway gateway = cluster.gateway("gateway");
            cluster.worker("worker", 2);
            cluster.awaitReady(1);

            JsonNode german = completed(gateway, "Session", "de");
            isTranslated(gateway, german, ChatEndpoint.MODEL);
            isCounted(gateway, german, "translation");

            sharesEverythingButTheTranslation(gateway, model);

            JsonNode summary = completed(gateway, "Summary", "de");
            assertThat(document(gateway, summary))
                    .contains("generated_by: \"stand-in\"", "tags:\n- \"queues\"", "It is about queues.", "### Why")
                    .doesNotContain(PROSE);
            isCounted(gateway, summary, "answers");
            assertThat(model.faults()).isEmpty();
        }
    }

    @Test
    void libreTranslateTranslatesForAWholeSystemInOneProcess() throws IOException {
        try (LibreEndpoint libre = new LibreEndpoint();
                Cluster machine = Cluster.withoutServices(folder)) {
            machine.set("EVENT_JOBS_TRANSLATION_LIBRETRANSLATE_URL", libre.url().toString());
            machine.set("EVENT_JOBS_TRANSLATION_LIBRETRANSLATE_KEY", LibreEndpoint.KEY);
            Gateway gateway = machine.up("up");
            machine.awaitReady(1);

            isTranslated(gateway, completed(gateway, "Session", "de"), "LibreTranslate");
            assertThat(libre.asked()).isNotEmpty();
            assertThat(libre.faults()).isEmpty();
        }
    }

    /** Page, slides and subtitles are fetched once for all languages; later requests to their host are conditional. */
    private void sharesEverythingButTheTranslation(Gateway gateway, ChatEndpoint model) {
        String[] paths = {"/shared", "/shared/slides.pdf", "/shared/recording.vtt"};
        String jobs = Stream.of("de", "fr", "es").map(this::withMaterial).collect(Collectors.joining(","));
        String body = "{\"batch_name\": \"Shared\", \"max_parallel\": 1, \"jobs\": [" + jobs + "]}";
        String batch = Gateway.data(gateway.post("/api/event-job/batches", body), 201)
                .path("batch_id")
                .asString();
        gateway.awaitBatch(batch, "completed");
        assertThat(paths).allSatisfy(path -> assertThat(site.fetches(path)).isOne());

        int asked = model.questions().size();
        String changed = Gateway.data(
                        gateway.post(
                                "/api/event-job/batches/" + batch + "/change-language",
                                "{\"target_language\": \"it\"}"),
                        201)
                .path("batch_id")
                .asString();
        JsonNode done = gateway.awaitBatch(changed, "completed");

        assertThat(paths).allSatisfy(path -> assertThat(site.fetches(path)).isOne());
        assertThat(model.questions().subList(asked, model.questions().size()))
                .isNotEmpty()
                .allMatch(question -> question.content().contains("Italian"));
        done.path("jobs").forEach(row -> {
            JsonNode job = gateway.job(row.path("job_id").asString());
            isTranslated(gateway, job, ChatEndpoint.MODEL);
            assertThat(document(gateway, job)).contains("language: \"it\"", PretendedLanguage.of("Hello everyone."));
        });
    }

    private String withMaterial(String language) {
        return Gateway.job("Shared " + language, site.address("/shared"))
                .replace("\"en\"", '"' + language + '"')
                .replace(
                        "}",
                        ",\"attachments_url\":\"%s\",\"video_url\":\"%s\"}"
                                .formatted(site.address("/shared/slides.pdf"), site.address("/shared/recording.webm")));
    }

    private static Reply answer(ChatEndpoint.Question question) {
        return question.instructions().contains("- summary: ")
                ? Reply.text(ANSWER)
                : PretendedLanguage.translated(question);
    }

    private static void isTranslated(Gateway gateway, JsonNode job, String by) {
        assertThat(job.path("results").path("warnings")).isEmpty();
        assertThat(document(gateway, job))
                .contains(PretendedLanguage.of(PROSE), "translated: true", "translated_by: \"" + by + "\"")
                .doesNotContain(PROSE);
    }

    /** The cost is in the job's record, the model also in the bundle's manifest. */
    private static void isCounted(Gateway gateway, JsonNode job, String step) throws IOException {
        JsonNode usage = job.path("results").path("usage").get(0);
        assertThat(usage.path("step").asString()).isEqualTo(step);
        assertThat(usage.path("model").asString()).isEqualTo(ChatEndpoint.MODEL);
        int calls = usage.path("calls").asInt();
        assertThat(calls).isPositive();
        assertThat(usage.path("input_tokens").asInt()).isEqualTo(10 * calls);
        assertThat(usage.path("cost").asDouble()).isCloseTo(0.02 * calls, within(1e-9));
        assertThat(manifest(gateway, job).path("models").toString())
                .contains("\"" + step + "\"", "\"" + ChatEndpoint.MODEL + "\"");
    }

    private JsonNode completed(Gateway gateway, String template, String language) {
        String body = Gateway.job("A talk", site.address("/models"))
                .replace("\"en\"", '"' + language + '"')
                .replace("}", ",\"template\":\"" + template + "\"}");
        String id = Gateway.data(gateway.post("/api/event-job/jobs", body), 201)
                .path("job_id")
                .asString();
        JsonNode job = gateway.awaitFinished(id);
        assertThat(job.path("status").asString()).isEqualTo("completed");
        return job;
    }

    private static String document(Gateway gateway, JsonNode job) {
        String path = job.path("results").path("markdown_url").asString();
        return new String(gateway.get(path).body(), StandardCharsets.UTF_8);
    }

    private static JsonNode manifest(Gateway gateway, JsonNode job) throws IOException {
        String id = job.path("job_id").asString();
        byte[] zip =
                gateway.get("/api/event-job/jobs/" + id + "/download-archive").body();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("manifest.json")) {
                    return Gateway.json(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        throw new AssertionError("no manifest.json");
    }
}
