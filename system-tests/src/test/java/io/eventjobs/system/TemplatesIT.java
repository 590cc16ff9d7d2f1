package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.artifact.Sha256;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Documents written without a language model. For those with one see {@link ModelsIT}. */
@ExtendWith(SystemUnderTest.class)
class TemplatesIT {
    private static final String DIGEST =
            """
            ---
            description: One item for the newsletter.
            ---
            # News: {{title}}

            {{#transcript}}They said: {{transcript}}{{/transcript}}
            """;

    private final Gateway gateway;
    private final TestSite site;

    TemplatesIT(Gateway gateway, TestSite site) {
        this.gateway = gateway;
        this.site = site;
    }

    @Test
    void sessionAndTranscriptTemplatesShowTheirParts() {
        String session = document(finished("Session"));
        String transcript = document(finished("Transcript"));

        assertThat(session)
                .contains(
                        "template: \"Session\"",
                        "how a queue that never loses a job is built",
                        "Hello from the stage.");
        assertThat(transcript)
                .contains("template: \"Transcript\"", "Hello from the stage.")
                .doesNotContain("how a queue that never loses a job is built");
    }

    @Test
    void aTenantsOwnTemplateIsStoredShownUsedAndDeleted() {
        JsonNode stored = Gateway.data(put("Digest", DIGEST), 201);
        assertThat(stored.path("origin").asString()).isEqualTo("tenant");
        assertThat(stored.path("usable").asBoolean()).isTrue();
        String hash = stored.path("sha256").asString();
        assertThat(hash).isEqualTo(Sha256.of(DIGEST.getBytes(StandardCharsets.UTF_8)));
        HttpResponse<byte[]> shown = gateway.get("/api/event-job/templates/Digest");
        assertThat(shown.body()).asString(StandardCharsets.UTF_8).isEqualTo(DIGEST);
        assertThat(gateway.send("GET", "/api/event-job/templates/Digest", "", "If-None-Match", '"' + hash + '"')
                        .statusCode())
                .isEqualTo(304);

        JsonNode job = finished("Digest");

        assertThat(document(job))
                .contains("template: \"Digest\"\ntemplate_sha256: \"" + hash + "\"\n")
                .endsWith("# News: A talk\n\nThey said: Hello from the stage.\n");
        assertThat(job.path("results").path("metadata").path("template_sha256").asString())
                .isEqualTo(hash);
        assertThat(Gateway.data(put("Digest", DIGEST.replace("News", "More")), 200)
                        .path("sha256")
                        .asString())
                .isNotEqualTo(hash);
        assertThat(document(finished("Digest"))).contains("# More: A talk");

        Gateway.data(gateway.delete("/api/event-job/templates/Digest"), 200);
        assertThat(gateway.delete("/api/event-job/templates/Digest").statusCode())
                .isEqualTo(404);
        assertThat(gateway.get("/api/event-job/templates/Digest").statusCode()).isEqualTo(404);
        String id = job.path("job_id").asString();
        Gateway.data(gateway.post("/api/event-job/" + id + "/restart", "{}"), 200);
        assertThat(document(gateway.awaitFinished(id))).contains("# News: A talk");
    }

    @Test
    void anInvalidTemplateIsRefusedWithTheLineOfEachFault() {
        HttpResponse<byte[]> refused = put("Wrong", "---\ndescription: x\ncolour: red\n---\n# {{romm}}\n{{>page}}\n");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Gateway.json(refused).path("error").path("details"))
                .extracting(fault -> fault.path("field").asString() + " "
                        + fault.path("message").asString())
                .containsExactly(
                        "line 3 unknown key: colour",
                        "line 5 unknown variable: romm",
                        "line 6 unsupported tag: {{>page}}");
        assertThat(put("Session", DIGEST).statusCode()).isEqualTo(400);
        assertThat(put("no%20name", DIGEST).statusCode()).isEqualTo(400);
        assertThat(put("Large", DIGEST + "x".repeat(64 << 10)).statusCode()).isEqualTo(413);
        assertThat(put("Deep", "---\ndescription: " + "[".repeat(30_000) + "\n---\n")
                        .statusCode())
                .isEqualTo(400);
        assertThat(gateway.get("/api/event-job/templates/Wrong").statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownTemplateIsRefusedWithTheKnownOnes() {
        JsonNode fault = refusal("Nonsense");

        assertThat(fault.path("field").asString()).isEqualTo("template");
        assertThat(fault.path("message").asString()).startsWith("must be one of Session, Summary, Transcript");
    }

    @Test
    void aTemplateThatNeedsAModelIsRefusedWithoutOne() {
        JsonNode fault = refusal("Summary");

        assertThat(fault.path("field").asString()).isEqualTo("template");
        assertThat(fault.path("message").asString())
                .contains("must not need a language model", "none is configured (event-jobs.chat.url)");
    }

    private HttpResponse<byte[]> put(String name, String text) {
        return gateway.send("PUT", "/api/event-job/templates/" + name, text, "Content-Type", "text/markdown");
    }

    private JsonNode finished(String template) {
        String id = Gateway.data(gateway.post("/api/event-job/jobs", job(template)), 201)
                .path("job_id")
                .asString();
        JsonNode job = gateway.awaitFinished(id);
        assertThat(job.path("status").asString()).isEqualTo("completed");
        return job;
    }

    private JsonNode refusal(String template) {
        HttpResponse<byte[]> refused = gateway.post("/api/event-job/jobs", job(template));
        assertThat(refused.statusCode()).isEqualTo(400);
        return Gateway.json(refused).path("error").path("details").get(0);
    }

    private String job(String template) {
        return Gateway.job("A talk", site.address("/templates"))
                .replace("}", ",\"video_transcript\":\"Hello from the stage.\",\"template\":\"" + template + "\"}");
    }

    private String document(JsonNode job) {
        String path = job.path("results").path("markdown_url").asString();
        return new String(gateway.get(path).body(), StandardCharsets.UTF_8);
    }
}
